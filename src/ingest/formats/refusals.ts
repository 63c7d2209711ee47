import { ImportError } from '../errors.ts';

/** The file cannot be opened without its password (an encrypted Office file is an OLE container). */
export const refuseProtected = (name: string): ImportError =>
  new ImportError(
    `« ${name} » est protégé par un mot de passe, ou enregistré dans un ancien format de Word.`,
    'Ouvrez-le dans son logiciel et enregistrez-le sans mot de passe (dans Word, au format .docx), puis recommencez.',
  );

/** A file of Word 97 to 2003, or none of Word's at all. */
export const refuseOldWord = (name: string): ImportError =>
  new ImportError(
    `« ${name} » est dans un ancien format de Word (.doc), qui ne se lit pas.`,
    'Ouvrez-le dans Word ou LibreOffice, enregistrez-le au format .docx, puis recommencez.',
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

/** The document holds more text than any CR. */
export const refuseLong = (name: string): ImportError =>
  new ImportError(
    `« ${name} » contient plus de texte qu’un compte-rendu (500 000 caractères, environ 200 pages).`,
    'Vérifiez que c’est bien le compte-rendu d’une seule conférence, puis recommencez.',
  );

/** Lists, tables or marks stand in one another hundreds of times. */
export const refuseDeep = (name: string, cause?: unknown): ImportError => {
  const error = new ImportError(
    `« ${name} » imbrique des listes, des tableaux ou des crochets les uns dans les autres plus de cent fois.`,
    'Enregistrez le compte-rendu au format .docx depuis son logiciel, puis recommencez.',
  );
  if (cause !== undefined) error.cause = cause;
  return error;
};
