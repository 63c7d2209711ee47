import { EXPECTED_FOR } from '../client/expecting.ts';
import { NEXT_MARK, NEXT_RULES } from '../../headers/next-page.ts';

/**
 * Has the browser ask for pages that are likely to be next, where it can: the worker opens them, and the
 * browser holds them in the memory of this tab.
 * @returns marks a link for as long as its page counts as what the host has now; then the browser drops it
 */
export function nextMarker(): (link: HTMLAnchorElement) => void {
  const { supports } = HTMLScriptElement as { supports?: (type: string) => boolean };
  if (supports?.('speculationrules') !== true) return () => undefined;
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  rules.textContent = NEXT_RULES;
  document.head.append(rules);
  return (link) => {
    link.setAttribute(NEXT_MARK, '');
    setTimeout(() => {
      link.removeAttribute(NEXT_MARK);
    }, EXPECTED_FOR);
  };
}
