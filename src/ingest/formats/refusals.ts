import { ImportError } from '../errors.ts';

/** The file cannot be opened without its password (an encrypted Office file is an OLE container). */
export const refuseProtected = (name: string): ImportError =>
  new ImportError(
    `« ${name} » est protégé par un mot de passe, ou enregistré dans un ancien format de Word.`,
    'Ouvrez-le dans son logiciel et enregistrez-le sans mot de passe (dans Word, au format .docx), puis recommencez.',
  );

/** The bytes are not what the name says. */
export const refuseMisnamed = (name: string, expected: string): ImportError =>
  new ImportError(
    `« ${name} » n’est pas un fichier ${expected}, malgré son nom.`,
    'Ouvrez-le dans le logiciel qui l’a créé et enregistrez-le à nouveau dans ce format.',
  );

/** The file stops before its end, or its inside is broken. */
export const refuseDamaged = (name: string, cause?: unknown): ImportError => {
  const error = new ImportError(
    `« ${name} » est incomplet ou abîmé.`,
    'Téléchargez-le ou copiez-le à nouveau ; s’il s’ouvre dans son logiciel, enregistrez-le sous un autre nom et recommencez.',
  );
  if (cause !== undefined) error.cause = cause;
  return error;
};

/** The file would fill the memory once inflated. */
export const refuseBloated = (name: string): ImportError =>
  new ImportError(
    `« ${name} » contient plus de 200 Mo une fois décompressé.`,
    'Vérifiez d’où il vient ; si c’est bien le compte-rendu, retirez ses images et recommencez.',
  );
