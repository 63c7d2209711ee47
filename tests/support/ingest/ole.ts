const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;

/**
 * A compound file ([MS-CFB]) of a few small streams: what Word writes for a protected document
 * (`EncryptionInfo`, `EncryptedPackage`) and for its format before 2007 (`WordDocument`).
 */
export function compoundFile(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(SECTOR * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true); // one FAT sector
  view.setUint32(48, 1, true); // the directory begins in sector 1
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let index = 0; index < 109; index += 1) view.setUint32(76 + index * 4, FREE, true);
  view.setUint32(76, 0, true);
  for (let index = 0; index < SECTOR / 4; index += 1)
    view.setUint32(SECTOR + index * 4, FREE, true);
  [FAT, END, END].forEach((next, index) => {
    view.setUint32(SECTOR + index * 4, next, true);
  });
  ['Root Entry', ...streams.slice(0, 3)].forEach((name, index) => {
    const at = SECTOR * 2 + index * 128;
    name.split('').forEach((letter, place) => {
      view.setUint16(at + place * 2, letter.charCodeAt(0), true);
    });
    view.setUint16(at + 64, name.length * 2 + 2, true);
    bytes[at + 66] = index === 0 ? 5 : 2;
    bytes[at + 67] = 1;
    for (const field of [68, 72, 76])
      view.setUint32(at + field, index === 0 && field === 76 ? 1 : FREE, true);
    view.setUint32(at + 116, index === 0 ? END : 2, true);
  });
  return bytes;
}
