import { chronological } from '../insights/order.ts';
import type { Minutes } from '../minutes/minutes.ts';
import { type SiteTable, slugsOf } from '../minutes/sites.ts';
import { type Dataset, datasetSchema } from './dataset-schema.ts';
import type { AddressOf } from './tables.ts';

export interface DatasetSource {
  minutes: readonly Minutes[];
  sites: SiteTable;
  programme: string;
  /** Address of the JSON Schema. */
  schema: string;
  address: AddressOf;
}

/**
 * All CRs as one object.
 * @throws when it is not what its own schema says: a fault of ours.
 */
export function datasetOf(source: DatasetSource): Dataset {
  return datasetSchema.parse({
    $schema: source.schema,
    version: 1,
    programme: source.programme,
    sites: source.sites.sites.map(({ slug, name, department, coordinates }) => ({
      ...{ slug, name, department, coordinates },
    })),
    minutes: chronological(source.minutes).map((one) => conferenceOf(one, source.address)),
  });
}

function conferenceOf(one: Minutes, address: AddressOf): Dataset['minutes'][number] {
  const { number, title, date, start, end, next, participants, excused, agenda, highlights } = one;
  return {
    url: address(one.route, null),
    ...{ number, title, date, start, end, next },
    inclusions: one.inclusions && { ...one.inclusions, anchor: one.inclusionsAnchor },
    ...{ participants, excused, agenda, highlights },
    news: one.news.map(({ site, text, inclusions, followed, waiting, fte, anchor, evidence }) => ({
      ...{ site, text, inclusions, followed, waiting, fte, anchor, evidence },
    })),
    questions: one.questions,
    trainings: one.trainings.map(({ site, text }) => ({ sites: slugsOf(site ?? ''), text })),
    passages: one.passages,
  };
}
