import type { PortalConfig } from './portal.ts';

/** Facts that the law asks for and the configuration does not give yet: `legal.publisher`. */
export function missingFacts({ legal, accessibility }: PortalConfig): string[] {
  const missing = Object.entries(legal)
    .filter(([, value]) => value === null)
    .map(([name]) => `legal.${name}`);
  return accessibility.declared === null ? [...missing, 'accessibility.declared'] : missing;
}
