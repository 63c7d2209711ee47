import type { APIRoute, GetStaticPaths } from 'astro';
import { picturesOf, readPicture } from '../../../../library/pictures.ts';

/** The pictures of all CRs: `/cdp/images/050/image-1.png`. */
export const getStaticPaths: GetStaticPaths = () =>
  picturesOf().map((params) => ({ params: { ...params } }));

export const GET: APIRoute = ({ params }) => {
  const { bytes, info } = readPicture(params['id'] ?? '', params['file'] ?? '');
  const type = info.type === 'jpg' ? 'jpeg' : info.type;
  return new Response(bytes, { headers: { 'content-type': `image/${type}` } });
};
