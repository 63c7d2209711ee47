/**
 * Style of the HTML report, after the portal's "Carnet": warm paper, the notebook's margin line with
 * places on its left and what is read on its right. Colours and ratios are those of
 * `src/styles/tokens.css`; the page stands alone, so that it takes the reader's own faces.
 */
export const reportStyle = `
:root { color-scheme: light dark; --paper: #f7f4ec; --ink: #1b2133; --ink2: #525a70; --blue: #23397f;
  --margin: #e0966e; --accent: #a5431b; --hair: #c6c9da;
  --serif: 'Newsreader', 'Iowan Old Style', Palatino, Georgia, serif;
  --sans: 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Verdana, 'DejaVu Sans', sans-serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #12172a; --ink: #e9e5da; --ink2: #aab1c8;
  --blue: #b4c1f6; --margin: #a9623e; --accent: #f3a77d; --hair: #36405f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 var(--sans); }
main, footer { max-width: 60rem; margin: 0 auto; padding: 1.75rem 1.125rem; }
header, article, footer { border-left: 1px solid var(--margin); padding-left: .875rem; }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 500; line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(2rem, 1.5rem + 2.4vw, 3rem); }
h2 { font-size: 1.875rem; padding-top: 3.5rem; overflow-wrap: anywhere; }
h3 { font-size: 1.4375rem; padding-top: 1.75rem; color: var(--blue); }
h4 { font-size: 1.1875rem; padding-top: 1.25rem; }
.now h3, .now .place { color: var(--accent); }
.count, .target { color: var(--ink2); font-variant-numeric: lining-nums tabular-nums; }
th .target { font-size: inherit; } h2 .target { font-size: 1.0625rem; font-family: var(--sans); }
.lead { font-size: 1.1875rem; margin: .4375rem 0 0; }
.hint, .none, footer p { color: var(--ink2); margin: .25rem 0 0; max-width: 42.5rem; }
.none { margin-top: 1.75rem; }
ol { list-style: none; margin: .4375rem 0 0; padding: 0; }
li { padding: .4375rem 0; border-top: 1px solid var(--hair); }
li p, blockquote { margin: 0; max-width: 42.5rem; overflow-wrap: anywhere; }
.place { display: block; color: var(--ink2); font-size: .8125rem; line-height: 1.75rem; }
.place:empty { display: none; }
article > section li > div > p::first-letter { text-transform: uppercase; }
.why { color: var(--ink2); }
blockquote { font-family: var(--serif); font-style: italic; padding-top: .1rem; }
blockquote p::before { content: '«\\a0'; } blockquote p::after { content: '\\a0»'; }
details { margin-top: 1.75rem; } summary { cursor: pointer; color: var(--blue); min-height: 2.75rem; }
a { color: var(--blue); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; margin-top: 1.75rem; font-size: .9375rem; width: 100%; }
th, td { text-align: left; padding: .4375rem .875rem .4375rem 0; border-top: 1px solid var(--hair); vertical-align: top; }
thead th { color: var(--ink2); font-weight: 400; border-top: 0; }
td { font-variant-numeric: lining-nums tabular-nums; } tbody th { font-weight: 400; overflow-wrap: anywhere; }
@media (max-width: 40rem) { thead { display: none; } tbody tr { display: block; border-top: 1px solid var(--hair); padding: .4375rem 0; }
  tbody th, td { display: block; border: 0; padding: 0; } td { display: inline-block; padding-right: .875rem; }
  .zero { display: none; } td::before { content: attr(data-title) '\\a0: '; color: var(--ink2); } }
@media (min-width: 48rem) { header, article, footer { margin-left: 8.5rem; padding-left: 1.5rem; }
  li { position: relative; } .place { position: absolute; right: calc(100% + 2.25rem); white-space: nowrap; } }
@media print { :root { --paper: #fff; --ink: #000; --ink2: #444; } li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
  article + article { break-before: page; } details:not([open]) { display: none; } a { text-decoration: none; } }
`;
