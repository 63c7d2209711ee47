/** "À faire :" and its numbered steps. */
export function nextSteps(steps: readonly string[]): string[] {
  return ['', 'À faire :', ...steps.map((step, index) => `  ${index + 1}. ${step}`)];
}

/** The steps after any change of the keys file. */
export function publishSteps(keysFile: string): string[] {
  return [
    'npm run build, puis mettez tout le dossier dist en ligne : rien ne change avant.',
    `Si l’intégration continue a une copie de ${keysFile} dans un secret, remplacez-la.`,
  ];
}

/** « a », « b » et « c ». */
export function quoted(names: readonly string[]): string {
  const list = names.map((name) => `« ${name} »`);
  const last = list.pop() ?? '';
  return list.length === 0 ? last : `${list.join(', ')} et ${last}`;
}
