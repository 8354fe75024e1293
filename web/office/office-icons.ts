import { type IconName, icons } from '../elements/icons.ts';

/** What only the office's menu shows; drawn as the residents' icons are. */
const own = {
  calendar:
    'M5.5 5.5h13a1.5 1.5 0 0 1 1.5 1.5v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5ZM4 10h16M8.5 3v4M15.5 3v4',
  badge:
    'M6 5.5h12A1.5 1.5 0 0 1 19.5 7v12a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V7A1.5 1.5 0 0 1 6 5.5ZM10 3h4v4h-4ZM10 12a2 2 0 1 1 4 0a2 2 0 1 1-4 0ZM8.5 17.5c.4-1.7 1.8-2.5 3.5-2.5s3.1.8 3.5 2.5',
  kiosk:
    'M7 3.5h10A1.5 1.5 0 0 1 18.5 5v8.5A1.5 1.5 0 0 1 17 15H7a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 7 3.5ZM12 15v5.5M8 20.5h8M9.5 7.5h5M9.5 11h2.5',
  log: 'M6.5 3.5h11A1.5 1.5 0 0 1 19 5v14a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.5ZM8.5 8h.1M11.5 8h4M8.5 12h.1M11.5 12h4M8.5 16h.1M11.5 16h4',
  key: 'M8 11.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9ZM11.2 12.8 19.5 4.5M15.5 8.5l3 3M18 6l2.5 2.5',
} as const satisfies Record<string, string>;

export type OfficeIconName = IconName | keyof typeof own;

/** The path of an icon of the menu. */
export const officeIcon = (name: OfficeIconName): string => ({ ...icons, ...own })[name];
