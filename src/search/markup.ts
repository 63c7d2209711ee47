/**
 * The search as HTML, the same on its page and in the dialog: what `client/` fills is here from the
 * start, or live regions stay silent.
 * @param action where the form leads without a script
 * @param id of the field
 */
export function searchMarkup(action: string, id: string): string {
  return `<form class="find-form" role="search" aria-label="Dans les comptes-rendus" method="get" action="${action}">
<div class="find-line">
<label class="find-glass" for="${id}"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0M15 15l5.5 5.5"/></svg><span class="visually-hidden">Mots à chercher dans les comptes-rendus</span></label>
<input id="${id}" class="find-field" type="text" name="q" inputmode="search" enterkeyhint="search" autocomplete="off" autocapitalize="none" spellcheck="false">
<button class="find-submit" type="submit">Rechercher</button>
</div>
<fieldset class="find-filters" hidden><legend class="visually-hidden">Filtrer et trier</legend>
<label>Site <select name="site"></select></label>
<label>Année <select name="annee"></select></label>
<label>Nature <select name="genre"></select></label>
<label>Tri <select name="tri"><option value="">pertinence</option><option value="date">date</option></select></label>
</fieldset>
</form>
<p class="find-status" role="status"></p>
<div class="find-said" aria-live="polite"></div>
<div class="find-problem"><p role="alert"></p><button type="button" class="find-button" hidden>Réessayer</button></div>
<div class="find-results"></div>`;
}
