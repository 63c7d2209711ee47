import type { APIRoute } from 'astro';
import { csv } from '../../../insights/csv.ts';
import { sitesTable } from '../../../insights/tables.ts';
import { library } from '../../../library/library.ts';

/** Every figure that a CR states of a site. */
export const GET: APIRoute = () => {
  const { minutes, sites } = library();
  return new Response(csv(sitesTable(minutes, sites)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
