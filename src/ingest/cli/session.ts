import { relative } from 'node:path';
import type { Glossary } from '../../minutes/glossary.ts';
import type { PeopleTable } from '../../minutes/people.ts';
import type { SiteTable } from '../../minutes/sites.ts';
import { ImportError } from '../errors.ts';
import { readSource, writeAtomically, writeMinutes, type Written } from '../files.ts';
import { importMinutes, type ImportResult } from '../import.ts';
import type { SecretKind } from '../redact.ts';
import { openPoints, type Review } from '../review/entry.ts';
import { htmlReport } from '../review/html.ts';
import { review } from '../review/review.ts';
import { terminalReport, terminalVerdict } from '../review/terminal.ts';
import { abbreviationsBut, type Known, readKnown, remember } from './known.ts';
import type { Options } from './options.ts';

const OUTCOME: Record<Written, string> = {
  created: 'Écrit',
  updated: 'Mis à jour',
  replaced: 'Remplacé',
  unchanged: 'Déjà importé, inchangé',
  corrected: 'Déjà importé, vos corrections sont conservées',
  merged: 'Mis à jour, vos corrections sont conservées',
  conflict:
    'Mis à jour, mais vos corrections et le nouvel import se contredisent (voir <<<<<<< dans le fichier)',
  kept: 'Existe déjà et ne vient pas d’un import : rien n’a été écrit. Comparez, ou ajoutez --replace pour l’écraser',
};

/** What an import needs of the portal it imports into. */
export interface Desk {
  sites: SiteTable;
  people: PeopleTable;
  redact: readonly SecretKind[];
  glossary: Glossary;
  /** Folder of the CRs. */
  folder: string;
}

/** Where a session writes its lines: what was asked for, and what went wrong. */
export interface Output {
  say: (line: string) => void;
  warn: (line: string) => void;
}

/** What sessions of one run hand on: the reviews of its report, by path, and the faults said. */
export interface Memory {
  reviews: Map<string, Review>;
  faults: Set<string>;
}

/** Imports files one after the other; each is reviewed against those before it, too. */
export class ImportSession {
  readonly #options: Options;
  readonly #output: Output;
  readonly #desk: Desk;
  readonly #known: Known;
  readonly #memory: Memory;
  #read = 0;
  #open = 0;

  private constructor(options: Options, output: Output, desk: Desk, known: Known, memory: Memory) {
    this.#options = options;
    this.#output = output;
    this.#desk = desk;
    this.#known = known;
    this.#memory = memory;
  }

  /** Opens a session on the CRs that are there now. `memory` is that of the sessions before it. */
  static async open(
    options: Options,
    output: Output,
    desk: Desk,
    memory: Memory = { reviews: new Map(), faults: new Set() },
  ): Promise<ImportSession> {
    const known = await readKnown(desk.folder, desk.sites);
    for (const fault of known.faults) {
      if (!memory.faults.has(fault)) output.warn(`Non comparé : ${fault}`);
      memory.faults.add(fault);
    }
    return new ImportSession(options, output, desk, known, memory);
  }

  /**
   * Imports one file and says what was read; a refusal is said, not thrown.
   * @returns whether it stands in the content now (or would, without `--dry-run`).
   */
  async importFile(path: string): Promise<boolean> {
    const { sites, redact } = this.#desk;
    const now = new Date();
    try {
      const file = await readSource(path);
      const importedAt = now.toISOString();
      const result = await importMinutes(file, { sites, redact, importedAt });
      const reviewed = this.#review(result, file.name, now);
      const isOpen = openPoints(reviewed) > 0;
      if (this.#options.json) {
        this.#output.say(JSON.stringify(result.json, null, 2));
        return !(this.#options.strict && isOpen);
      }
      this.#read += 1;
      this.#open += openPoints(reviewed);
      // Of a thousand files, only the report asks for more than the count.
      if (this.#options.report !== null) this.#memory.reviews.set(path, reviewed);
      this.#output.say(terminalReport(reviewed));
      if (this.#options.strict && isOpen) {
        this.#output.say(`Non écrit (--strict) : ${result.id}.mdx\n`);
        return false;
      }
      return await this.#write(result);
    } catch (cause) {
      if (!(cause instanceof ImportError)) throw cause;
      this.#output.warn(`${path} : ${cause.message}\n`);
      return false;
    }
  }

  /** Writes the HTML report where one is asked for, and says the verdict on the files of this session. */
  async conclude(): Promise<void> {
    const { report, strict } = this.#options;
    if (this.#read === 0) return;
    if (report !== null) {
      const page = await htmlReport([...this.#memory.reviews.values()], today(new Date()));
      await writeAtomically(report, page);
      this.#output.say(`Relecture écrite : ${report}`);
    }
    this.#output.say(terminalVerdict(this.#open, strict));
  }

  #review(result: ImportResult, file: string, now: Date): Review {
    const { sites, people, glossary: terms } = this.#desk;
    const library = [...this.#known.minutes.values()];
    const glossary = abbreviationsBut(this.#known, result.id);
    for (const { term, also } of terms.entries)
      for (const one of [term, ...also]) glossary.add(one);
    return review(result, { file, sites, library, people, glossary, today: today(now) });
  }

  async #write(result: ImportResult): Promise<boolean> {
    const { folder, sites } = this.#desk;
    if (this.#options.dryRun) {
      this.#output.say('');
      remember(this.#known, result, sites);
      return true;
    }
    const { path, written } = await writeMinutes(
      folder,
      result.id,
      result.mdx,
      this.#options.replace,
      result.pictures,
    );
    remember(this.#known, result, sites);
    this.#output.say(`${OUTCOME[written]} : ${relative(process.cwd(), path)}\n`);
    return written !== 'kept' && written !== 'conflict';
  }
}

/** The day here, ISO 8601. */
function today(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
