import type { APIRoute, GetStaticPaths } from 'astro';
import portal from '../../../../../portal.config.ts';
import { conferenceTitle } from '../../../../components/conference.ts';
import { pageMargins } from '../../../../components/minutes/page-margins.ts';
import { library } from '../../../../library/library.ts';
import { formatDate } from '../../../../typography/format.ts';

/** What stands in the margins of each sheet of a printed CR; a style sheet can take it from no page. */
export const getStaticPaths = (() =>
  library().minutes.map(({ route, number, date }) => ({
    params: { route },
    props: { number, date, route },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ number: number | null; date: string; route: string }> = ({
  props,
}) => {
  const title = `Compte-rendu, ${conferenceTitle(props)}`;
  const day = props.number === null ? '' : formatDate(props.date, 'date');
  const css = pageMargins({ programme: portal.programme.name, title, day });
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
