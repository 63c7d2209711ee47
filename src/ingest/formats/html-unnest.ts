import type { Element, ElementContent, Root } from 'hast';

/** Elements that stand by themselves, and break what stands within a line or a heading. */
const BLOCKS = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements within a line; around blocks they speak of the text of each. */
const MARKS = new Set(
  'a abbr b big cite del em font i ins mark s small span strike strong sub sup u'.split(' '),
);

const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' && BLOCKS.has(node.tagName);
const isSpace = (node: ElementContent): boolean =>
  node.type === 'text' && /^[ \t\r\n]*$/.test(node.value);

/**
 * Takes blocks out of headings and of marks around them, in place, as a closing tag that is missing
 * or misspelt leaves them: `<h2>Points<ul>…</ul>fin</h2>` is a heading, a list and a paragraph.
 */
export function unnest(node: Root | Element): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    unnest(child);
    if (!child.children.some((inner) => isBlock(inner))) return [child];
    if (/^h[1-6]$/.test(child.tagName)) return partHeading(child);
    return MARKS.has(child.tagName) ? partMark(child) : [child];
  });
}

/** The runs of an element's children within a line, and the blocks between them. */
function runsOf(element: Element): (Element | ElementContent[])[] {
  const runs: (Element | ElementContent[])[] = [];
  for (const child of element.children) {
    const last = runs.at(-1);
    if (isBlock(child)) runs.push(child);
    else if (Array.isArray(last)) last.push(child);
    else runs.push([child]);
  }
  return runs.filter((run) => !Array.isArray(run) || !run.every((child) => isSpace(child)));
}

/** A heading's own words, or else those of the paragraph it begins with; what follows stands behind it. */
function partHeading(heading: Element): Element[] {
  return runsOf(heading).map((run, index): Element => {
    if (Array.isArray(run)) return around(heading, run, index === 0 ? heading.tagName : 'p');
    const isTitle = index === 0 && /^(?:p|div|center)$/.test(run.tagName);
    return isTitle && !run.children.some((child) => isBlock(child))
      ? around(heading, run.children, heading.tagName)
      : run;
  });
}

/** `<b><p>un</p>deux</b>` says `<p><b>un</b></p><b>deux</b>`. */
function partMark(mark: Element): ElementContent[] {
  return runsOf(mark).map((run): Element => {
    if (Array.isArray(run)) return around(mark, run);
    return { ...run, children: partMark({ ...mark, children: run.children }) };
  });
}

const around = (
  element: Element,
  children: ElementContent[],
  tagName = element.tagName,
): Element => ({ ...element, tagName, children });
