import type { APIRoute } from 'astro';
import { csv } from '../../../insights/csv.ts';
import { nationalSeries } from '../../../insights/series.ts';
import { nationalTable } from '../../../insights/tables.ts';
import { library } from '../../../library/library.ts';

/** The national count, one row for each CR that states it. */
export const GET: APIRoute = () =>
  new Response(csv(nationalTable(nationalSeries(library().minutes))), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
