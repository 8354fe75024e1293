import type { DemoCompany } from './demo-companies.ts';
import type { DemoAccount } from './demo-households.ts';
import { coldWater, hotWater } from './meters.ts';

/** What went wrong with the newest reading of an invented household, so that it waits for the office. */
export const reviewCases = [
  'rollover',
  'conflict',
  'impossible',
  'unusual',
  'time',
  'late',
  'replaced',
  'withdrawn',
] as const;
export type DemoReviewCase = (typeof reviewCases)[number];

export type ReviewHousehold = DemoAccount & { review: DemoReviewCase };

/** Of every case one household. They have no sign-in of their own: they are there for the desk. */
export function reviewHouseholds(company: DemoCompany): ReviewHousehold[] {
  const { street, flat, room, people, number } = places[company];
  return reviewCases.map((review, at): ReviewHousehold => {
    const meter = at % 2 === 0 ? coldWater : hotWater;
    return {
      review,
      number: number(at),
      holder: people[at] ?? '',
      address: street[at % street.length] ?? '',
      premises: `${flat} ${7 + at * 3}`,
      email: '',
      phone: '',
      billing: { area: 38 + at * 3.5, people: 1 + (at % 3), pays: 'on-time' },
      meters: [meter(`R${2100 + at * 37}-${18 + at}`, 2.4 + at * 0.4, { place: room, startAt: `${64 + at * 41}.318` })],
    };
  });
}

const places = {
  ddzksu: {
    street: ['Ventspils iela 21, Daugavpils', 'Jātnieku iela 66, Daugavpils'],
    flat: 'dz.',
    room: 'vannas istaba',
    people: [
      'Aina Krūmiņa',
      'Vladislavs Petrovs',
      'Zenta Vilciņa',
      'Ēriks Dukurs',
      'Lidija Saveļjeva',
      'Andris Ūdris',
      'Regīna Stašāne',
      'Oskars Zeps',
    ],
    number: (at: number) => String(70_110 + at * 13),
  },
  dgservic: {
    street: ['Московская обл., г. Звенигород, ул. Полевая, д. 2', 'Московская обл., г. Звенигород, ул. Лесная, д. 19'],
    flat: 'кв.',
    room: 'ванная',
    people: [
      'Белова Т.И.',
      'Ершов Н.К.',
      'Гусева А.М.',
      'Фомин В.П.',
      'Лаптева З.С.',
      'Чистяков Е.Д.',
      'Якушева Р.Г.',
      'Щукин О.А.',
    ],
    number: (at: number) => `709-${String(11 + at * 6)}`,
  },
} as const;
