import { v7 } from 'uuid';
import type { DemoStaff } from '../../shared/company.ts';
import { type EpochMs, toInstant } from '../../shared/instant.ts';
import type { StaffRole } from '../../shared/staff.ts';
import { appendAudit } from '../audit/append.ts';
import { createPasswords } from '../auth/passwords.ts';
import type { Database } from '../db/database.ts';
import { insertStaff, staffByEmail } from '../staff/queries.ts';
import { type DemoCompany, demoPassword } from './demo-companies.ts';

/** One of the office for each role. Their second factor is public, as their password is: the demo's page shows the code. */
export const demoStaff: readonly DemoStaff[] = [
  {
    name: 'Inga Ozola',
    email: 'clerk@office.example',
    role: 'clerk',
    password: demoPassword,
    secret: '622AJGUA2W5ID6GZB6TVMGBA2FY4ZI2R',
  },
  {
    name: 'Viktor Orlov',
    email: 'manager@office.example',
    role: 'manager',
    password: demoPassword,
    secret: '5ZYJPUZHYDJVXLPI6TSL2HXLXZ3TRCD2',
  },
  {
    name: 'Marina Kalniņa',
    email: 'administrator@office.example',
    role: 'administrator',
    password: demoPassword,
    secret: 'ZHOPPD2ABOCORSXEJGH7SHUGF77G2734',
  },
];

/** The same people by the names that their company's office would have. */
export const demoStaffOf = (company: DemoCompany): readonly DemoStaff[] =>
  demoStaff.map((one) => ({ ...one, name: company === 'dgservic' ? inRussian[one.role] : one.name }));

const inRussian: Readonly<Record<StaffRole, string>> = {
  clerk: 'Инга Соколова',
  manager: 'Виктор Орлов',
  administrator: 'Марина Калинина',
};

/** Who is there already stays as the demo's visitors left them. */
export async function seedDemoStaff(db: Database, now: EpochMs, staff = demoStaff): Promise<void> {
  const passwords = createPasswords();
  const at = toInstant(now);
  for (const { name, email, role, password, secret } of staff) {
    if (await staffByEmail(db.reader, email)) continue;
    const id = v7();
    const password_hash = await passwords.hash(password);
    await db.write(async (tx) => {
      await insertStaff(tx, {
        id,
        email,
        name,
        role,
        language: null,
        password_hash,
        totp_secret: secret,
        totp_step: null,
        created_at: at,
        disabled_at: null,
      });
      await appendAudit(tx, { at, actor: 'demo', action: 'staff-invited', subject: id, detail: { role } });
    });
  }
}
