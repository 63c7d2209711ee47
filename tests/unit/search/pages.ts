import type { BuiltPage } from '../../../src/search/build-index.ts';

/** A page of minutes as the portal builds it, with an invented body. */
export function minutesPage(number: number, date: string, body: string): BuiltPage {
  return {
    url: `/cdp/comptes-rendus/${String(number)}/`,
    html: `<!doctype html><html lang="fr"><head><title>${String(number)}e conférence</title></head><body>
<header>Accueil Sites Recherche</header><main>
<article data-pagefind-body data-pagefind-filter="annee:${date.slice(0, 4)}" data-pagefind-meta="number:${String(number)}">
<h1 data-pagefind-meta="title">${String(number)}<sup>e</sup> conférence</h1>
<p><time datetime="${date}" data-pagefind-meta="date[datetime]">tel jour</time></p>${body}</article></main></body></html>`,
  };
}
