import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fromBase64url } from '../../../../src/vault/format/bytes.ts';
import { deriveKek, KDF } from '../../../../src/vault/format/kdf.ts';
import { readShareFragment } from '../../../../src/vault/format/share.ts';
import type { EpochEntry, PassphraseEntry } from '../../../../src/vault/keys/entry.ts';
import { readKeyring } from '../../../../src/vault/keys/keys-file.ts';
import { TWO_ROOMS, useBench } from './context.fixture.ts';

const bench = useBench();
const STRONG = 'girafe planche orage velours citron';
const entries = () => parse(bench.keys()) as Partial<PassphraseEntry & EpochEntry>[];
const complete = (): EpochEntry[] =>
  readKeyring(bench.root, bench.env, ['coordination', 'ecnp']).epochs;

describe('add', () => {
  it('begins a keys file that its owner alone can read, and prints a passphrase once', async () => {
    const said = await bench.run('add --room coordination --label Épinal');
    const passphrase = /^ {2}([a-z]+(?:-[a-z]+){5})$/m.exec(said)?.[1];
    expect(entries()).toEqual([{ room: 'coordination', label: 'Épinal', passphrase }]);
    expect(statSync(bench.file).mode & 0o777).toBe(0o600);
    expect(said).toMatch(/npm run build.*\n.*de vive voix/);
    expect(await bench.run('list')).not.toContain(passphrase);
  });

  it('takes the one that is typed, in one form, and does not print it', async () => {
    const said = await bench.run(
      'add --room coordination --label Uzès --passphrase',
      ` ${STRONG} `,
    );
    expect(entries()[0]?.passphrase).toBe(STRONG);
    expect(said).not.toContain('girafe');
  });

  it('brings back nothing that was removed while it was typed', async () => {
    await bench.run('add --room coordination --label Uzès');
    await bench.run('add --room coordination --label Dax');
    await bench.run('add --room coordination --label Pau --passphrase', async () => {
      await bench.run('remove --label Uzès');
      return STRONG;
    });
    const labels = entries().flatMap(({ label }) => label ?? []);
    expect(labels).toEqual(['Dax', 'Pau']);
  });

  it('sees a label that was taken while its passphrase was typed', async () => {
    const taken = bench.run('add --room coordination --label Pau --passphrase', async () => {
      await bench.run('add --room coordination --label Pau');
      return STRONG;
    });
    await expect(taken).rejects.toThrow('ouvre déjà');
    expect(entries()).toHaveLength(1);
  });

  it.each([
    'motdepasse',
    'pegase2026',
    'Azertyuiop123',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '19/01/2026',
    'jean dupont 1975',
  ])('refuses %j with its reasons, unless told otherwise', async (weak) => {
    const command = 'add --room coordination --label x --passphrase';
    await expect(bench.run(command, weak)).rejects.toThrow(/trop facile à deviner[^]*10\^16/);
    expect(existsSync(bench.file)).toBe(false);
    await bench.run(`${command} --allow-weak`, weak);
    expect(entries()[0]?.passphrase).toBe(weak);
  });

  it('says in French why', async () => {
    await expect(
      bench.run('add --room coordination --label x --passphrase', 'motdepasse'),
    ).rejects.toThrow('C’est un mot de passe très utilisé.');
  });

  it('opens a second room with the passphrase a label has', async () => {
    await bench.run('add --room coordination --label ECNP --passphrase', STRONG);
    const said = await bench.run('add --room ecnp --label ECNP');
    expect(entries().map(({ room, passphrase }) => [room, passphrase])).toEqual([
      ['coordination', STRONG],
      ['ecnp', STRONG],
    ]);
    expect(said).toContain('une seule pour les deux');
    expect(await bench.run('list')).toMatch(/ECNP {2}\(ouvre aussi\u00a0: ecnp\)/);
  });

  it.each([
    ['a label that is taken', 'add --room coordination --label ECNP', 'ouvre déjà'],
    [
      'another passphrase for it',
      'add --room ecnp --label Épinal --passphrase',
      'autre phrase de passe',
    ],
    ['an unknown room', 'add --room salon --label x', 'coordination, ecnp'],
    ['an empty passphrase', 'add --room ecnp --label x --passphrase', 'Aucune phrase', ' '],
    [
      'a passphrase of another label',
      'add --room coordination --label x --passphrase',
      'd’un autre libellé',
      'brouette nuage fanion cartable muscade',
    ],
  ])('refuses %s and writes nothing', async (_, command, message, secret = STRONG) => {
    bench.keys(TWO_ROOMS);
    await expect(bench.run(command, secret)).rejects.toThrow(message);
    expect(bench.keys()).toBe(TWO_ROOMS);
  });
});

describe('remove', () => {
  it('takes a label out of every room and gives each a new key; comments stay', async () => {
    bench.keys(`${TWO_ROOMS}- { room: ecnp, label: Uzès, passphrase: ${STRONG} }\n`);
    const before = complete();
    const said = await bench.run('remove --label ECNP');
    const after = complete();
    expect(entries().flatMap(({ label }) => label ?? [])).toEqual(['Épinal', 'Uzès']);
    expect(after.map(({ room, epoch }) => [room, epoch])).toEqual([
      ['coordination', 2],
      ['ecnp', 2],
    ]);
    for (const [index, { salt, key }] of after.entries()) {
      expect([before[index]?.salt, before[index]?.key]).not.toContain(salt);
      expect(before[index]?.key).not.toBe(key);
      expect(bench.keys()).not.toContain(before[index]?.key);
    }
    expect(bench.keys()).toMatch(/^# à nous, ne pas perdre\n[^]*# la coordinatrice/);
    expect(said).toMatch(/Prévenez «\u00a0Épinal\u00a0» et «\u00a0Uzès\u00a0»/);
    expect(statSync(bench.file).mode & 0o777).toBe(0o600);
  });

  it('takes it out of one room, and leaves the key of the other', async () => {
    bench.keys(`${TWO_ROOMS}- { room: ecnp, label: Uzès, passphrase: ${STRONG} }\n`);
    const [first] = complete();
    await bench.run('remove --label ECNP --room ecnp');
    expect(complete()).toMatchObject([first, { room: 'ecnp', epoch: 2 }]);
    expect(await bench.run('list')).not.toContain('ouvre aussi');
  });

  it('keeps what is written above the first entry when that one goes', async () => {
    bench.keys(TWO_ROOMS);
    await bench.run('remove --label Épinal');
    expect(bench.keys()).toMatch(/^# à nous, ne pas perdre\n/);
  });

  it('refuses where another label of the room has the same passphrase, and names it', async () => {
    const twice = `${TWO_ROOMS}- { room: coordination, label: Uzès, passphrase: ${STRONG} }
- { room: coordination, label: Dax, passphrase: " ${STRONG} " }\n`;
    bench.keys(twice);
    await expect(bench.run('remove --label Uzès')).rejects.toThrow(
      /«\u00a0Dax\u00a0» a la même phrase de passe/,
    );
    expect(bench.keys()).toBe(twice);
  });

  it.each([
    ['a label that is not there', 'remove --label Dijon', 'Aucune phrase de passe n’a le libellé'],
    ['the last of a room', 'remove --label ECNP', 'Plus aucune phrase de passe'],
  ])('refuses %s and writes nothing', async (_, command, message) => {
    bench.keys(TWO_ROOMS);
    await expect(bench.run(command)).rejects.toThrow(message);
    expect(bench.keys()).toBe(TWO_ROOMS);
  });
});

describe('rotate', () => {
  it('changes the key and salt of one room, and no passphrase', async () => {
    bench.keys(TWO_ROOMS);
    const [, ecnp] = complete();
    const said = await bench.run('rotate --room coordination');
    expect(complete()).toMatchObject([ecnp, { room: 'coordination', epoch: 2 }]);
    expect(entries().filter(({ passphrase }) => passphrase)).toEqual(parse(TWO_ROOMS));
    expect(said).toContain('époque 2');
  });
});

describe('share', () => {
  it('makes a link with the key of the label’s slot, not the passphrase', async () => {
    bench.keys(TWO_ROOMS);
    const epoch = complete().find(({ room }) => room === 'coordination');
    const said = await bench.run('share --label Épinal /cdp/comptes-rendus/50/?q=a#marseille');
    const [link = ''] = said.split('\n');
    expect(link).toMatch(/^https:\/\/portail\.example\.org\/cdp\/comptes-rendus\/50\/\?q=a#acces=/);
    expect(said).not.toMatch(/colline|sablier/);
    const shared = readShareFragment(link.slice(link.indexOf('#')));
    const salt = fromBase64url(epoch?.salt ?? '') ?? new Uint8Array(0);
    const kek = await deriveKek('colline sablier vermeil tuyau octave', salt, KDF);
    expect(shared).toEqual({ kek, anchor: 'marseille' });
  }, 30_000);

  it('leads to the page where its address lacks the final slash', async () => {
    bench.keys(TWO_ROOMS);
    complete();
    expect(await bench.run('share --label Épinal /cdp/sites')).toContain('/cdp/sites/#acces=');
  }, 30_000);

  it.each([
    ['a public page', '/webinaires/', 'page publique'],
    ['another room', '/atelier/', 'n’ouvre pas'],
    ['another host', '//example.org/cdp/', 'n’est pas un chemin'],
    ['no path', 'cdp/', 'n’est pas un chemin'],
    ['a file', '/cdp/inclusions.csv', 'est un fichier'],
  ])('refuses %s', async (_, path, message) => {
    bench.keys(TWO_ROOMS);
    complete();
    await expect(bench.run(`share --label Épinal ${path}`)).rejects.toThrow(message);
  });
});

describe('arguments', () => {
  it.each([
    ['an unknown command', 'ajouter', 'Commande inconnue'],
    ['no label', 'add --room ecnp', '--label manque'],
    ['an option of another command', 'list --label x', '--label n’a pas de sens ici'],
    ['an unknown option', 'list --tout', 'une option est inconnue'],
    ['too few operands', 'diff a', 'ANCIEN NOUVEAU'],
    ['too many operands', 'list a', 'attendu après les options'],
  ])('with %s are refused', async (_, command, message) => {
    await expect(bench.run(command)).rejects.toThrow(message);
  });

  it('never hold a passphrase, and do not repeat one', async () => {
    const command = 'add --room ecnp --label x --passphrase tres-secret';
    await expect(bench.run(command)).rejects.toThrow(/historique du terminal/);
    await expect(bench.run(command)).rejects.not.toThrow(/tres-secret/);
    await expect(bench.run('add --passphrase=tres-secret')).rejects.not.toThrow(/tres-secret/);
  });

  it('show the usage where there are none', async () => {
    expect(await bench.run('--help')).toMatch(/^Usage\u00a0: npm run vault -- COMMANDE/);
  });
});

describe('keys from a variable', () => {
  it('are read, and never written', async () => {
    bench.env = { PORTAL_KEYS_CONTENT: TWO_ROOMS };
    expect(await bench.run('list')).toContain('Épinal');
    await expect(bench.run('rotate --room ecnp')).rejects.toThrow('PORTAL_KEYS_CONTENT');
    expect(existsSync(join(bench.root, 'keys.yaml'))).toBe(false);
  });
});
