/**
 * V8's flags for whatever imports CRs: young objects in 4 MB halves, at most 400 MB of old ones.
 * Left to itself V8 lets a thousand CRs grow to 400 MB before it tidies up; with these they take
 * 240 MB and no more time.
 */
export const IMPORT_MEMORY = ['--max-semi-space-size=4', '--max-old-space-size=400'];
