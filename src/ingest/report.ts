import type { ImportResult } from './import.ts';

/** The review of an import for the terminal, in French: what was found, what is missing or doubtful. */
export function report(result: ImportResult, name: string): string {
  const { json } = result;
  const lines = [
    `${name} → ${result.id}.mdx`,
    `  Conférence : ${json.number === null ? 'numéro non trouvé' : `n° ${String(json.number)}`}, ${json.date ?? 'date non trouvée'}, ${json.start ?? '?'}–${json.end ?? '?'}`,
    `  Inclusions : ${json.inclusions === null ? 'aucun total national' : `${String(json.inclusions.count)} au ${json.inclusions.asOf ?? '(date non dite)'}`}`,
    `  Prochaines : ${json.next.map((item) => item.date).join(', ') || 'aucune'}`,
    `  ${count(json.participants.length, 'personne présente', 'personnes présentes')}, ${count(json.excused.length, 'excusée', 'excusées')}`,
    `  ${count(json.agenda.length, 'point', 'points')} à l’ordre du jour, ${count(json.highlights.length, 'point à retenir', 'points à retenir')}`,
    `  ${count(json.siteUpdates.length, 'nouvelle de site', 'nouvelles de sites')}, ${count(json.questions.length, 'question', 'questions')}, ${count(json.trainings.length, 'prévision de formation', 'prévisions de formation')}, ${count(json.webinars.length, 'webinaire', 'webinaires')}`,
  ];
  for (const { kind, count: total } of json.redactions) {
    lines.push(
      `  Retiré : ${count(total, KINDS[kind] ?? kind, `${KINDS[kind] ?? kind} (plusieurs fois)`)}`,
    );
  }
  for (const note of result.notes) lines.push(`  À savoir : ${note}`);
  for (const fault of missing(result)) lines.push(`  À compléter : ${fault}`);
  for (const doubt of json.doubts)
    lines.push(`  À vérifier (ligne ${String(doubt.line)}) : ${doubt.why} — « ${doubt.sentence} »`);
  return lines.join('\n');
}

const KINDS: Record<string, string> = {
  password: 'mot de passe',
  nir: 'numéro de sécurité sociale',
  iban: 'IBAN',
};

const count = (total: number, one: string, many: string): string =>
  `${String(total)} ${total > 1 ? many : one}`;

/** What a CR has to state before it can be published, or nearly always does. */
function missing({ json }: ImportResult): string[] {
  const faults: string[] = [];
  if (json.date === null)
    faults.push(
      'la date de la conférence (champ date), sans elle le compte-rendu ne se publie pas',
    );
  if (json.number === null)
    faults.push('le numéro de la conférence (champ number), s’il y en a un');
  if (json.participants.length === 0) faults.push('les personnes présentes (champ participants)');
  for (const person of [...json.participants, ...json.excused]) {
    if (person.site === null) faults.push(`le site de ${person.name}`);
  }
  return faults;
}
