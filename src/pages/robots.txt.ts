import type { APIRoute } from 'astro';
import { absolute } from '../components/event-source.ts';
import { href } from '../config/paths.ts';

/** Nothing is closed to robots: gates ask them by header not to be listed, which they have to read. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${absolute(href('/sitemap.xml'))}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
