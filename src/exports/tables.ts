import { chronological } from '../insights/order.ts';
import type { Minutes } from '../minutes/minutes.ts';
import type { PeopleTable } from '../minutes/people.ts';
import type { SiteTable } from '../minutes/sites.ts';
import type { Cell, Table } from './csv.ts';

/** Address of a place in a CR, as others can follow it. */
export type AddressOf = (route: string, anchor: string | null) => string;

const columns = ['compte_rendu', 'date'] as const;
const reference = ({ number, date }: Minutes): [Cell, Cell] => [number, date];

/** Every figure that CRs state: the national count, and each site's. */
export function inclusionsTable(
  minutes: readonly Minutes[],
  sites: SiteTable,
  address: AddressOf,
): Table {
  const rows = chronological(minutes).flatMap((one): Cell[][] => {
    const { inclusions, inclusionsAnchor, route } = one;
    const national: Cell[][] =
      inclusions === null
        ? []
        : [
            [
              ...reference(one),
              ...['', 'national'],
              inclusions.asOf,
              inclusions.count,
              ...[null, null, null],
              address(route, inclusionsAnchor),
            ],
          ];
    const stated = one.news.filter(({ inclusions: count, followed, waiting, fte }) =>
      [count, followed, waiting, fte].some((figure) => figure !== null),
    );
    return [
      ...national,
      ...stated.map((news) => [
        ...reference(one),
        ...[news.site, sites.nameOf(news.site), null],
        ...[news.inclusions, news.followed, news.waiting, news.fte],
        address(route, news.evidence.inclusions ?? news.anchor),
      ]),
    ];
  });
  const figures = ['arrete_au', 'inclusions', 'suivis', 'en_attente', 'etp'];
  return { columns: [...columns, 'site', 'nom_du_site', ...figures, 'lien'], rows };
}

/** What sites and the national team reported. */
export function newsTable(
  minutes: readonly Minutes[],
  sites: SiteTable,
  address: AddressOf,
): Table {
  const rows = chronological(minutes).flatMap((one) =>
    one.news.map(({ site, text, anchor }) => [
      ...reference(one),
      ...[site, sites.nameOf(site), text, address(one.route, anchor)],
    ]),
  );
  return { columns: [...columns, 'site', 'nom_du_site', 'texte', 'lien'], rows };
}

/** What was asked, and answered. */
export function questionsTable(minutes: readonly Minutes[], address: AddressOf): Table {
  const rows = chronological(minutes).flatMap((one) =>
    one.questions.map(({ status, question, answer, anchor }) => [
      ...reference(one),
      status === 'open' ? 'sans réponse' : 'répondue',
      ...[question, answer, address(one.route, anchor)],
    ]),
  );
  return { columns: [...columns, 'statut', 'question', 'reponse', 'lien'], rows };
}

/** Who came, and who excused themselves. */
export function attendanceTable(
  minutes: readonly Minutes[],
  people: PeopleTable,
  sites: SiteTable,
  address: AddressOf,
): Table {
  const rows = chronological(minutes).flatMap((one) =>
    [
      ...one.participants.map((person) => ({ ...person, presence: 'présent' })),
      ...one.excused.map((person) => ({ ...person, presence: 'excusé' })),
    ].map(({ name, site, role, presence }) => [
      ...reference(one),
      ...[site, site === null ? null : sites.nameOf(site)],
      ...[people.canonical(name), name, role ?? null, presence, address(one.route, null)],
    ]),
  );
  const person = ['nom', 'nom_ecrit', 'fonction', 'presence'];
  return { columns: [...columns, 'site', 'nom_du_site', ...person, 'lien'], rows };
}
