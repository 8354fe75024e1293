import type { Households } from './demo-households.ts';
import { ddzksuTariffs } from './demo-tariffs.ts';
import { coldWater, hotWater, liquefiedGas, twoTariffs } from './meters.ts';

const bathroom = { place: 'vannas istaba' };
const kitchen = { place: 'virtuve' };

export const ddzksuHouseholds: Households = {
  accounts: [
    {
      number: '10427',
      holder: 'Anna Bērziņa',
      address: 'Cietokšņa iela 48, Daugavpils',
      premises: 'dz. 12',
      email: 'anna.berzina@example.com',
      phone: '+371 20000001',
      billing: { area: 52.4, people: 3, pays: 'on-time', recalculatedMonthsAgo: 1 },
      meters: [
        coldWater('21-0048812', 4.2, { ...bathroom, startAt: '182.614' }),
        hotWater('21-0051377', 2.6, { ...bathroom, startAt: '97.208', verifiedForDays: 25 }),
        liquefiedGas('G4-771203', 5.5, { ...kitchen, startAt: '311.4' }),
      ],
    },
    {
      number: '10428',
      holder: 'Anna Bērziņa',
      address: 'Mihoelsa iela 9, Daugavpils',
      premises: 'dz. 3',
      email: 'anna.berzina@example.com',
      phone: '+371 20000001',
      billing: { area: 31, people: 1, pays: 'ahead' },
      meters: [
        coldWater('19-3370051', 1.1, { ...bathroom, startAt: '54.92', awayIn: 7 }),
        hotWater('19-3370066', 0.7, { ...bathroom, startAt: '31.007', awayIn: 7 }),
      ],
    },
    {
      number: '20315',
      holder: 'Jānis Kalniņš',
      address: 'Rīgas iela 71, Daugavpils',
      premises: 'dz. 27',
      email: 'janis.kalnins@example.com',
      phone: '+371 20000002',
      billing: { area: 64.7, people: 4, pays: 'together' },
      meters: [
        coldWater('17-9920410', 5.8, { ...bathroom, startAt: '812.3', retiredMonthsAgo: 4, installedMonthsAgo: 70 }),
        coldWater('26-1180033', 5.6, {
          ...bathroom,
          startAt: '0.6',
          initial: '0.012',
          installedMonthsAgo: 4,
          verifiedForDays: 1340,
          replaces: '17-9920410',
        }),
        hotWater('22-4410071', 3.4, { ...bathroom, startAt: '120.55' }),
      ],
    },
    {
      number: '33108',
      holder: 'Marija Ozola',
      address: '18. novembra iela 130, Daugavpils',
      premises: 'dz. 5',
      email: 'marija.ozola@example.com',
      phone: '+371 20000003',
      billing: { area: 48.2, people: 2, pays: 'on-time', benefit: true },
      meters: [
        coldWater('08-0007719', 3.9, { ...kitchen, endAt: '99996.4', initial: '99810' }),
        twoTariffs('EL-5540192', [118, '20511.4'], [64, '11870.9']),
      ],
    },
    {
      number: '41950',
      holder: 'Pēteris Vītols',
      address: 'Valkas iela 4, Daugavpils',
      premises: '',
      email: 'peteris.vitols@example.com',
      phone: '+371 20000004',
      billing: { area: 118, people: 5, pays: 'stopped' },
      meters: [
        coldWater('23-6604418', 9.7, { place: 'pagrabs', startAt: '240.18', estimatedMonthsAgo: 3 }),
        liquefiedGas('G6-120457', 11.2, { ...kitchen, startAt: '1024.55' }),
      ],
    },
    {
      number: '52776',
      holder: 'Inese Liepiņa',
      address: 'Smilšu iela 92, Daugavpils',
      premises: 'dz. 44',
      email: 'inese.liepina@example.com',
      phone: '+371 20000005',
      billing: { area: 57.3, people: 2, pays: 'on-time' },
      meters: [
        coldWater('20-7718230', 3.1, { ...bathroom, startAt: '66.019' }),
        coldWater('20-7718231', 1.4, { ...kitchen, startAt: '29.45' }),
        hotWater('20-7718232', 2.2, { ...bathroom, startAt: '41.3' }),
      ],
    },
    // Nobody's yet: for trying registration.
    {
      number: '60184',
      holder: 'Ilze Balode',
      address: 'Tautas iela 15, Daugavpils',
      premises: 'dz. 9',
      email: '',
      phone: '',
      billing: { area: 49.5, people: 2, pays: 'together' },
      meters: [
        coldWater('24-3390017', 3.3, { ...bathroom, startAt: '18.204' }),
        hotWater('24-3390018', 2.1, { ...bathroom, startAt: '11.96' }),
      ],
    },
  ],
  tariffs: ddzksuTariffs,
  letters: [
    {
      account: '41950',
      topic: 'bill',
      said: [
        { by: 'resident', hoursAgo: 51, text: 'Labdien! Kāpēc vienā mēnesī man aprēķināts vidējais patēriņš?' },
        {
          by: 'office',
          hoursAgo: 27,
          text: 'Labdien! Par to mēnesi aukstā ūdens rādījumu nesaņēmām, tāpēc aprēķinājām vidējo. Nākamais rādījums starpību izlīdzina.',
        },
        { by: 'resident', hoursAgo: 5, text: 'Paldies, sapratu. Vai pārrēķins būs redzams nākamajā rēķinā?' },
      ],
    },
    {
      account: '52776',
      topic: 'readings',
      said: [
        {
          by: 'resident',
          hoursAgo: 20,
          text: 'Labdien! Iepriekšējā mēnesī virtuves un vannas istabas rādījumus, šķiet, nodevu otrādi. Kā to izlabot?',
        },
      ],
    },
    {
      account: '33108',
      topic: 'meter',
      said: [
        {
          by: 'resident',
          hoursAgo: 3,
          text: 'Добрый день! Стекло счётчика воды на кухне запотело, последние цифры видно плохо. Когда может прийти мастер?',
        },
      ],
    },
  ],
  users: [
    {
      name: 'Anna Bērziņa',
      email: 'anna.berzina@example.com',
      language: 'lv',
      accounts: ['10427', '10428'],
      note: {
        lv: 'divas telpas, verificēšana drīz beidzas',
        ru: 'два помещения, поверка скоро истекает',
        en: 'two premises, a verification that is about to expire',
      },
    },
    {
      name: 'Jānis Kalniņš',
      email: 'janis.kalnins@example.com',
      language: 'lv',
      accounts: ['20315'],
      note: { lv: 'nomainīts skaitītājs', ru: 'замена прибора', en: 'a replaced meter' },
    },
    {
      name: 'Marija Ozola',
      email: 'marija.ozola@example.com',
      language: 'ru',
      accounts: ['33108'],
      note: {
        lv: 'skaitītājs, kas drīz sāks no nulles, diena un nakts',
        ru: 'прибор перед переходом через ноль, Т1 и Т2',
        en: 'a meter near its rollover, day and night',
      },
    },
    {
      name: 'Pēteris Vītols',
      email: 'peteris.vitols@example.com',
      language: 'lv',
      accounts: ['41950'],
      note: { lv: 'māja, vidējais patēriņš', ru: 'дом, начисление по среднему', en: 'a house, an estimate in between' },
    },
    {
      name: 'Inese Liepiņa',
      email: 'inese.liepina@example.com',
      language: 'lv',
      accounts: ['52776'],
      note: { lv: 'trīs ūdens skaitītāji', ru: 'три прибора воды', en: 'three water meters' },
    },
  ],
};
