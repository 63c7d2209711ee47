// node write-child.ts FOLDER SIZE: writes one CR over and over, in two versions, until it is
// killed; prints a point for each write.
import { writeMinutes } from '../../../src/ingest/files.ts';

const [folder = '', size = '1000'] = process.argv.slice(2);
for (let count = 0; ; count += 1) {
  await writeMinutes(folder, '007', (count % 2 === 0 ? 'a' : 'b').repeat(Number(size)), true);
  process.stdout.write('.');
}
