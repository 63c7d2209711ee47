import { sealedReader } from '../../search/client/vault.ts';

/** Where no service worker answers for sealed files, pictures are opened by the vault itself. */
const read = sealedReader();

async function open(picture: HTMLImageElement): Promise<void> {
  if (read === null) return;
  const response = await read(new URL(picture.src).pathname);
  if (response.ok) picture.src = URL.createObjectURL(await response.blob());
}

if (read !== null) {
  for (const picture of document.querySelectorAll<HTMLImageElement>('img[data-sealed]')) {
    open(picture).catch((cause: unknown) => {
      // The description stands in the picture's place.
      console.error(cause);
    });
  }
}
