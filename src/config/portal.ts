import { z } from 'astro/zod';

const room = z.strictObject({
  /** Name of the room in keys.yaml. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
  /** Routes under this prefix are sealed. */
  prefix: z
    .string()
    .regex(/^\/(?:[a-z0-9-]+\/)+$/, 'expected a path such as /cdp/: lower case, digits, hyphens'),
  /** What a passphrase opens, as the gate's messages say it: "la communauté". */
  label: z.string().min(1),
});

const fact = z.string().min(1).nullable();

const portalSchema = z.strictObject({
  /** Where the portal is published, without a final slash. */
  url: z.url({ protocol: /^https?$/ }),
  /** Path the portal lives under: `/`, or `/repository/` on a project site. */
  base: z.string().regex(/^\/(?:.*\/)?$/, 'expected a path that begins and ends with /'),
  programme: z.strictObject({
    name: z.string().min(1),
    community: z.string().min(1),
    summary: z.string().min(1),
    /** The national team's short name. */
    team: z.string().min(1),
  }),
  contact: z.strictObject({ email: z.email() }),
  /** What French law asks of a public site; `null` while unknown: pages leave it out. */
  legal: z.strictObject({
    /** Who publishes: name and legal form. */
    publisher: fact,
    /** Address and telephone of the publisher. */
    address: fact,
    /** The person answerable for what is published. */
    director: fact,
    /** Name, address and telephone of the host. */
    host: fact,
  }),
  /** What the declaration of accessibility (RGAA) says. */
  accessibility: z.strictObject({
    /** Day on which the declaration was made or last changed. */
    declared: z.iso.date().nullable(),
    /** The last audit; `null` where there was none: the site then counts as not compliant. */
    audit: z
      .strictObject({
        date: z.iso.date(),
        by: z.string().min(1),
        /** Share of the criteria that are met, in per cent. */
        rate: z.number().min(0).max(100),
      })
      .nullable(),
  }),
  /** What is sealed, and for whom. A room may hold no page yet. */
  rooms: z.array(room).min(1).superRefine(refuseOverlaps),
  /** Secrets that the importer takes out of CRs before anything is written. */
  redact: z.array(z.enum(['password', 'nir', 'iban'])),
  /** Whether the national figure may stand on the public home page. */
  publicFigures: z.boolean(),
});
export type PortalConfig = z.infer<typeof portalSchema>;

/** A file belongs to one room: names are unique, and no prefix holds another. */
function refuseOverlaps(
  rooms: readonly { name: string; prefix: string }[],
  context: z.RefinementCtx,
): void {
  for (const [at, { name, prefix }] of rooms.entries()) {
    for (const other of rooms.slice(0, at)) {
      if (other.name === name) {
        const message = `two rooms have the name "${name}": give each its own`;
        context.addIssue({ code: 'custom', path: [at, 'name'], message });
      }
      if (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix)) {
        const message = `"${prefix}" and "${other.prefix}" overlap: a page would belong to two rooms`;
        context.addIssue({ code: 'custom', path: [at, 'prefix'], message });
      }
    }
  }
}

/**
 * Checks the portal's configuration and returns it.
 * @throws {Error} naming each key that is missing, unknown or of the wrong form.
 */
export function definePortal(config: z.input<typeof portalSchema>): PortalConfig {
  const checked = portalSchema.safeParse(config);
  if (!checked.success) {
    throw new Error(`portal.config.ts is not valid:\n${z.prettifyError(checked.error)}`);
  }
  return checked.data;
}
