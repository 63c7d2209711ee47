import type { PortalConfig } from './portal.ts';

/** The degree of compliance as the RGAA names it, before "conforme". */
export type Compliance = 'totalement' | 'partiellement' | 'non';

/**
 * What the RGAA lets a site say of itself: nothing but "non conforme" without an audit, or where one
 * found that less than half of the criteria are met.
 */
export function complianceOf(audit: PortalConfig['accessibility']['audit']): Compliance {
  if (audit === null || audit.rate < 50) return 'non';
  return audit.rate === 100 ? 'totalement' : 'partiellement';
}
