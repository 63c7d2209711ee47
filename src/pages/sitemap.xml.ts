import type { APIRoute } from 'astro';
import { absolute } from '../components/event-source.ts';
import { publicPaths } from '../components/public-paths.ts';
import { library } from '../library/library.ts';

/** Public pages only: what is behind the door is nobody's to list. */
export const GET: APIRoute = () => {
  const urls = publicPaths(library().webinars).map(
    (path) => `<url><loc>${absolute(path)}</loc></url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
