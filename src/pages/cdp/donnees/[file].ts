import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles } from '../../../components/data-files.ts';
import { library } from '../../../library/library.ts';

/** The data as files: `/cdp/donnees/inclusions.csv`. */
export const getStaticPaths: GetStaticPaths = () =>
  dataFiles.map(({ name }) => ({ params: { file: name } }));

export const GET: APIRoute = ({ params }) => {
  const file = dataFiles.find(({ name }) => name === params['file']);
  if (file === undefined) throw new Error(`No data file "${String(params['file'])}".`);
  const type = file.name.endsWith('.csv') ? 'text/csv' : 'application/json';
  return new Response(file.write(library()), {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
};
