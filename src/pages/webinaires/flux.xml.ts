import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import portal from '../../../portal.config.ts';
import { absolute } from '../../components/event-source.ts';
import { href, routes } from '../../config/paths.ts';
import { library } from '../../library/library.ts';
import { formatDate, formatTimes } from '../../typography/format.ts';

/** Public news: webinars, and nothing of the community's. */
export const GET: APIRoute = () => {
  const { name } = portal.programme;
  return rss({
    title: `Webinaires ${name}`,
    description: `Les webinaires du programme ${name}, ouverts à tous.`,
    site: absolute(href('/webinaires/')),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>fr</language><atom:link href="${absolute(routes.webinarFeed())}" rel="self" type="application/rss+xml"/>`,
    items: library()
      .webinars.toSorted((a, b) => b.updated.localeCompare(a.updated))
      .map(({ title, date, start, end, summary, updated }) => ({
        title,
        link: absolute(routes.webinar(date)),
        pubDate: new Date(`${updated}T00:00:00Z`),
        description: `${[formatDate(date), formatTimes(start, end)].filter((part) => part !== '').join(', ')}. ${summary}`,
      })),
  });
};
