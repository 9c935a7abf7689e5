import type { Rows } from '../copy.ts';
import { dayAfter, instantAfter } from '../days.ts';
import { drawFor } from '../draw.ts';
import { idOf } from '../ids.ts';
import { familyNames, givenNames } from '../names.ts';
import type { World } from '../world.ts';

const towns = [
  'Halifax',
  'Dartmouth',
  'Sydney',
  'Truro',
  'Amherst',
  'Bridgewater',
  'Kentville',
  'Yarmouth',
  'Antigonish',
] as const;

/** Who sees every case. */
export const networkAdministrator = 'bench.network.admin';

/** Offices of an organization. */
export const officesEach = 2;

/** Organizations, their offices, places and agreements, Employment Nova Scotia after them, and the one program of all cases. */
export function organizationTables(world: World): Rows[] {
  const { organizations, today } = world;
  const ens = organizations.length;
  const all = [...organizations.map(({ index }) => index), ens];
  const at = instantAfter(today, -1_500, 0);
  const place = ['addressLine1', 'city', 'province', 'postalCode', 'createdAt', 'updatedAt'];
  const placed = (index: number) => {
    const draw = drawFor('organization', index);
    return [`${1 + draw.below(900)} Main Street`, draw.of(towns), 'NS', 'B0K 1V0', at, at];
  };
  const nameOf = (index: number) => `Employment Services ${String(index).padStart(4, '0')}`;
  return [
    {
      table: 'Program',
      columns: ['id', 'code', 'name', 'ecm'],
      expected: 1,
      rows: () => [[idOf('program', 0), 'LSI-ENS', 'Labour Market Services', true]],
    },
    {
      table: 'Organization',
      columns: ['id', 'name', 'isEmploymentNovaScotia', 'generalContactEmail', 'phone', ...place],
      expected: all.length,
      rows: () =>
        all.map((index) => [
          idOf('organization', index),
          index === ens ? 'Employment Nova Scotia' : nameOf(index),
          index === ens,
          `office${index}@services.example`,
          '902-555-0100',
          ...placed(index),
        ]),
    },
    {
      table: 'Office',
      columns: ['id', 'organizationId', 'name', 'phone', ...place],
      expected: all.length * officesEach,
      rows: () =>
        all.flatMap((index) =>
          Array.from({ length: officesEach }, (_, office) => [
            idOf('office', index * officesEach + office),
            idOf('organization', index),
            `Office ${office + 1}`,
            '902-555-0101',
            ...placed(index * officesEach + office),
          ]),
        ),
    },
    {
      table: 'ServiceDeliveryLocation',
      columns: ['id', 'organizationId', 'name', ...place],
      expected: organizations.length,
      rows: () =>
        organizations.map(({ index }) => [
          idOf('location', index),
          idOf('organization', index),
          'Resource Centre',
          ...placed(index),
        ]),
    },
    {
      table: 'Agreement',
      columns: [
        'id',
        'organizationId',
        'number',
        'startsOn',
        'endsOn',
        'clientTracking',
        'createdAt',
        'updatedAt',
      ],
      expected: organizations.length,
      rows: () =>
        organizations.map(({ index }) => [
          idOf('agreement', index),
          idOf('organization', index),
          `OFA-${String(index).padStart(5, '0')}`,
          dayAfter(today, -400),
          dayAfter(today, 700),
          true,
          at,
          at,
        ]),
    },
    {
      table: 'AgreementProgram',
      columns: ['agreementId', 'programId'],
      expected: organizations.length,
      rows: () => organizations.map(({ index }) => [idOf('agreement', index), idOf('program', 0)]),
    },
    staffTable(world),
  ];
}

/**
 * Case managers come first, `bench.manager.0` and so on, then an administrator for each organization, `bench.admin.0`, and last one of
 * Employment Nova Scotia, {@link networkAdministrator}.
 */
function staffTable({ organizations, managers, today }: World): Rows {
  const at = instantAfter(today, -1_400, 0);
  const ens = organizations.length;
  const row = (index: number, username: string, organization: number, role: string) => {
    const draw = drawFor('staff', index);
    return [
      idOf('staff', index),
      username,
      username,
      idOf('organization', organization),
      idOf('office', organization * officesEach + draw.below(officesEach)),
      givenNames[draw.below(givenNames.length)] ?? '',
      familyNames[draw.below(familyNames.length)] ?? '',
      `${username}@services.example`,
      `{${role}}`,
      at,
      at,
    ];
  };
  return {
    table: 'Staff',
    columns: [
      'id',
      'username',
      'subject',
      'organizationId',
      'officeId',
      'givenName',
      'familyName',
      'email',
      'roles',
      'createdAt',
      'updatedAt',
    ],
    expected: managers + ens + 1,
    *rows() {
      for (const { index: organization, firstManager, managers: count } of organizations) {
        for (let manager = firstManager; manager < firstManager + count; manager++) {
          yield row(manager, `bench.manager.${manager}`, organization, 'CASE_MANAGER');
        }
      }
      for (const { index } of organizations) {
        yield row(managers + index, `bench.admin.${index}`, index, 'ORGANIZATION_ADMINISTRATOR');
      }
      yield row(managers + ens, networkAdministrator, ens, 'ENS_ADMINISTRATOR');
    },
  };
}
