import { definePortal } from './src/config/portal.ts';

/** Whose portal this is. Everything here is public: it stands on pages that anyone can open. */
export default definePortal({
  url: 'https://cdp.programmepegase.fr',
  base: '/',
  programme: {
    name: 'PEGASE',
    community: 'Communauté de pratique des coordinations locales',
    summary:
      'PEGASE organise le suivi de la santé des jeunes enfants confiés à l’Aide sociale à l’enfance. Une équipe nationale et des coordinations locales le font vivre.',
    team: 'ECNP',
  },
  contact: { email: 'contact@programmepegase.fr' },
  // À compléter : ce qui vaut null ne paraît pas, et chaque construction le rappelle.
  legal: { publisher: null, address: null, director: null, host: null },
  accessibility: { declared: null, audit: null },
  rooms: [
    { name: 'coordination', prefix: '/cdp/', label: 'la communauté' },
    { name: 'ecnp', prefix: '/atelier/', label: 'l’atelier' },
  ],
  redact: ['password', 'nir', 'iban'],
  publicFigures: false,
});
