const NAMES: Record<string, string> = {
  password: 'mot de passe',
  nir: 'numéro de sécurité sociale',
  iban: 'IBAN',
};

/** What stands in the place of a secret: `mot de passe retiré`. */
export function redactionNote(kind: string): string {
  return `${NAMES[kind] ?? 'passage'} retiré`;
}
