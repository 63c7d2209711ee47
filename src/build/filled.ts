/**
 * A source's text with the portal's names where it takes them from the configuration, as pages say it:
 * `${programme.name}` and `{programme.name}` become PEGASE.
 */
export const filled = (source: string, programme: Readonly<Record<string, string>>): string =>
  source.replace(
    /\$?\{(?:portal\.)?programme\.(\w+)\}/g,
    (as, name: string) => programme[name] ?? as,
  );
