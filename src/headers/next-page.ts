// The one inline rule that the policy of room pages allows (Speculation Rules, HTML Standard §7.6): a
// browser that knows it asks the worker for the page of a marked link before the reader does.

/** Mark of a link whose page is likely to be next. */
export const NEXT_MARK = 'data-vault-next';

/** The content of a `<script type="speculationrules">`. */
export const NEXT_RULES = `{"prefetch":[{"where":{"selector_matches":"[${NEXT_MARK}]"},"eagerness":"immediate"}]}`;

/** Its hash, for the content security policy: this rule is allowed and no other. A test compares. */
export const NEXT_RULES_HASH = "'sha256-O7i97ozpFK1XZrq/9lrYulUCcXSFDHLBacxlDMP+xG8='";
