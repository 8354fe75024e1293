import type { Households } from './demo-households.ts';
import { dgservicTariffs } from './demo-tariffs.ts';
import { goldenHistory } from './golden-history.ts';
import { coldWater, gas, hotWater, twoTariffs } from './meters.ts';

const bathroom = { place: 'ванная' };
const kitchen = { place: 'кухня' };
const garden = 'Московская обл., г. Звенигород, ул. Садовая, д. 14';
const station = 'Московская обл., г. Звенигород, ул. Вокзальная, д. 3';

export function dgservicHouseholds(): Households {
  const fixed = goldenHistory();
  return {
    fixed,
    accounts: [
      {
        number: '701-12',
        holder: 'Смирнова О.В.',
        address: garden,
        premises: 'кв. 12',
        email: 'smirnova@example.com',
        phone: '+7 900 000 00 02',
        billing: { area: 54.3, people: 3, pays: 'on-time', recalculatedMonthsAgo: 1 },
        meters: [
          coldWater('214408-21', 4.6, { ...bathroom, startAt: '148.31' }),
          hotWater('214409-21', 3.1, { ...bathroom, startAt: '101.277', verifiedForDays: 25 }),
          twoTariffs('40118827', [164, '8120.36'], [71, '3304.18']),
        ],
      },
      {
        number: '701-58',
        holder: 'Смирнова О.В.',
        address: garden,
        premises: 'кв. 58',
        email: 'smirnova@example.com',
        phone: '+7 900 000 00 02',
        billing: { area: 36.1, people: 1, pays: 'ahead' },
        meters: [
          coldWater('198031-20', 1.3, { ...bathroom, startAt: '40.12', awayIn: 8 }),
          hotWater('198032-20', 0.9, { ...bathroom, startAt: '28.5', awayIn: 8 }),
        ],
      },
      {
        number: '702-07',
        holder: 'Кузнецов А.П.',
        address: station,
        premises: 'кв. 7',
        email: 'kuznetsov@example.com',
        phone: '+7 900 000 00 03',
        billing: { area: 61.8, people: 4, pays: 'together' },
        meters: [
          coldWater('90277-14', 5.2, { ...kitchen, startAt: '640.4', retiredMonthsAgo: 4, installedMonthsAgo: 80 }),
          coldWater('330915-26', 5, {
            ...kitchen,
            startAt: '0.5',
            initial: '0.004',
            installedMonthsAgo: 4,
            verifiedForDays: 2050,
            replaces: '90277-14',
          }),
          gas('Г-0088154', 12.5, { ...kitchen, startAt: '902.13' }),
        ],
      },
      {
        number: '702-31',
        holder: 'Попова Е.Н.',
        address: station,
        premises: 'кв. 31',
        email: 'popova@example.com',
        phone: '+7 900 000 00 04',
        billing: { area: 44.9, people: 2, pays: 'on-time', benefit: true },
        meters: [
          coldWater('11206-09', 4.1, { ...bathroom, endAt: '99995.9', initial: '99790' }),
          hotWater('310442-22', 2.4, { ...bathroom, startAt: '55.86', estimatedMonthsAgo: 3 }),
        ],
      },
      {
        number: '703-02',
        holder: 'Волков Д.С.',
        address: 'Московская обл., г. Звенигород, ул. Лесная, д. 22',
        premises: '',
        email: 'volkov@example.com',
        phone: '+7 900 000 00 05',
        billing: { area: 132, people: 5, pays: 'stopped' },
        meters: [
          gas('Г-0100276', 31, { startAt: '2210.74' }),
          twoTariffs('40233015', [240, '15044.2'], [133, '9120.75']),
        ],
      },
      // Nobody's yet: for trying registration.
      {
        number: '704-19',
        holder: 'Соловьёва Н.М.',
        address: station,
        premises: 'кв. 19',
        email: '',
        phone: '',
        billing: { area: 50.2, people: 3, pays: 'together' },
        meters: [
          coldWater('220731-23', 3.7, { ...bathroom, startAt: '61.08' }),
          hotWater('220732-23', 2.8, { ...bathroom, startAt: '44.5' }),
        ],
      },
    ],
    tariffs: dgservicTariffs,
    letters: [
      {
        account: '702-31',
        topic: 'bill',
        said: [
          {
            by: 'resident',
            hoursAgo: 51,
            text: 'Здравствуйте! Почему за один месяц горячая вода начислена по среднему?',
          },
          {
            by: 'office',
            hoursAgo: 27,
            text: 'Здравствуйте! За тот месяц мы не получили показание горячей воды и начислили среднее. Следующее показание выравнивает разницу.',
          },
          { by: 'resident', hoursAgo: 5, text: 'Спасибо, понятно. Перерасчёт будет виден в следующей квитанции?' },
        ],
      },
      {
        account: '702-07',
        topic: 'readings',
        said: [
          {
            by: 'resident',
            hoursAgo: 20,
            text: 'Добрый день! После замены прибора холодной воды я передал показание старого прибора. Нужно ли передать его ещё раз?',
          },
        ],
      },
      {
        account: '703-02',
        topic: 'meter',
        said: [
          {
            by: 'resident',
            hoursAgo: 3,
            text: 'Здравствуйте! На счётчике газа мигает значок батареи. Когда может прийти мастер?',
          },
        ],
      },
    ],
    users: [
      {
        name: fixed.account.holder,
        email: fixed.account.email,
        language: 'ru',
        accounts: [fixed.account.number],
        note: {
          ru: 'показания за май и июнь 2017 года, два выбывших прибора',
          en: 'the readings of May and June 2017, two retired meters',
        },
      },
      {
        name: 'Смирнова О.В.',
        email: 'smirnova@example.com',
        language: 'ru',
        accounts: ['701-12', '701-58'],
        note: {
          ru: 'два помещения, поверка скоро истекает',
          en: 'two premises, a verification that is about to expire',
        },
      },
      {
        name: 'Кузнецов А.П.',
        email: 'kuznetsov@example.com',
        language: 'ru',
        accounts: ['702-07'],
        note: { ru: 'замена прибора, газ', en: 'a replaced meter, gas' },
      },
      {
        name: 'Попова Е.Н.',
        email: 'popova@example.com',
        language: 'ru',
        accounts: ['702-31'],
        note: { ru: 'прибор перед переходом через ноль', en: 'a meter near its rollover' },
      },
      {
        name: 'Волков Д.С.',
        email: 'volkov@example.com',
        language: 'ru',
        accounts: ['703-02'],
        note: { ru: 'дом: газ, Т1 и Т2', en: 'a house: gas, day and night' },
      },
    ],
  };
}
