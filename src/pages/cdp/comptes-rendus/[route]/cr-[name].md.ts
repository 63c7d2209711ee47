import { getEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import portal from '../../../../../portal.config.ts';
import { routes } from '../../../../config/paths.ts';
import { asMarkdown } from '../../../../insights/as-markdown.ts';
import { library } from '../../../../library/library.ts';

/** Each CR as plain Markdown: `/cdp/comptes-rendus/50/cr-50.md`. */
export const getStaticPaths = (() =>
  library().minutes.map(({ route, id }) => ({
    params: { route, name: route },
    props: { id },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props: { id } }) => {
  const entry = await getEntry('minutes', id);
  if (entry?.body === undefined) throw new Error(`${id}.mdx has no body.`);
  const text = asMarkdown(entry.body, (picture) => portal.url + routes.picture(id, picture));
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
