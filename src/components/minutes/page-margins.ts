/** What is written around each sheet. */
export interface PageMargins {
  programme: string;
  title: string;
  /** '' where the title says it. */
  day: string;
}

/** A style sheet for paper: whose CR, which and of when at the top of each sheet. */
export function pageMargins({ programme, title, day }: PageMargins): string {
  const small = 'font: 8.5pt Georgia, serif; color: #444;';
  return `@page {
  @top-left { content: ${quoted(`${programme} · ${title}`)}; ${small} }
  @top-right { content: ${quoted(day)}; ${small} }
}
`;
}

/** A CSS string, whatever it holds. */
function quoted(text: string): string {
  const escaped = text.replace(
    /["\\<\p{Cc}]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
