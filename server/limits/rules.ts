const minutes = 60;
const quarter = 15 * minutes;
const hour = 60 * minutes;
const day = 24 * hour;

/** How keys of a rule are made alike before they are counted (`limit-key`). */
export type KeyKind = 'address' | 'text' | 'everybody';

interface Rule {
  by: KeyKind;
  /** So many in a window; given back where the try was right, unless it says otherwise. */
  points: number;
  /** The window, in seconds; it begins with the first try. */
  seconds: number;
}

/**
 * Every limit there is. Three of a kind stand together: by whom it is done, by what it is done to, and all of them. What
 * stands behind one address is a house, an office or a mobile network, so addresses have more than names. The totals are
 * far above what residents do in their busiest hour: they bound what an attack from many addresses can cost.
 */
export const limitRules = {
  // Wrong passwords. Ten in a quarter of an hour are a thousand a day, against the least of passwords that is not a common one.
  'sign-in-name': { by: 'text', points: 10, seconds: quarter },
  'sign-in-address': { by: 'address', points: 30, seconds: quarter },
  // Each costs four hashes, some 0.1 s of one core: this is a third of what one core can do.
  'sign-in-total': { by: 'everybody', points: 3_000, seconds: quarter },
  // Instead of the three above, for a browser in which this user has signed in before (`auth/known-device`), and for all such
  // browsers of one user: each sign-in makes another one known, and their tries go before those of strangers.
  'sign-in-known-device': { by: 'text', points: 10, seconds: quarter },
  'sign-in-known-user': { by: 'text', points: 30, seconds: quarter },

  // Not given back: each may send a letter to an address that somebody typed. A letter may be asked for again, not endlessly.
  'registration-address': { by: 'address', points: 20, seconds: hour },
  'registration-account': { by: 'text', points: 10, seconds: hour },
  'registration-email': { by: 'text', points: 5, seconds: hour },
  'registration-total': { by: 'everybody', points: 2_000, seconds: hour },
  'password-request-address': { by: 'address', points: 20, seconds: hour },
  'password-request-email': { by: 'text', points: 5, seconds: hour },
  'password-request-total': { by: 'everybody', points: 2_000, seconds: hour },

  // Links that are none. 256 random bits are not guessed: this only bounds the work.
  'link-address': { by: 'address', points: 60, seconds: quarter },
  'link-total': { by: 'everybody', points: 6_000, seconds: quarter },

  // Wrong proofs of an account: the answer tells whether it was right, so few are free, and no swarm helps against one account.
  'account-proof-user': { by: 'text', points: 10, seconds: hour },
  'account-proof-account': { by: 'text', points: 10, seconds: hour },
  'account-proof-total': { by: 'everybody', points: 500, seconds: hour },

  // Where the proof is the total of a bill, at registration and by residents together: it is one of some thousands, two are right
  // at a time, and ten an hour would find one within days.
  'bill-proof-account': { by: 'text', points: 10, seconds: day },

  // Not given back: each sends a letter to an address that need not be the resident's.
  'email-change-user': { by: 'text', points: 5, seconds: hour },
  'email-change-email': { by: 'text', points: 5, seconds: hour },

  // Wrong present passwords: a session that was stolen must not become a password.
  'current-password-user': { by: 'text', points: 10, seconds: quarter },

  // Documents that are drawn, some hundredths of a second each; not given back. A new device fetches a year of bills per account.
  'document-user': { by: 'text', points: 300, seconds: hour },

  // Not given back. Whoever was offline for long, and wrote more, hands in the rest an hour later.
  'message-user': { by: 'text', points: 30, seconds: hour },
  // Each is some tenths of a second of one core.
  'photo-user': { by: 'text', points: 60, seconds: hour },

  'passkey-creation-user': { by: 'text', points: 30, seconds: hour },
  // Not given back: each is a row for good, and a call to the provider.
  'payment-user': { by: 'text', points: 10, seconds: hour },

  // Challenges are asked for whenever the sign-in screen opens, and each is a row; not given back.
  'passkey-challenge-address': { by: 'address', points: 240, seconds: quarter },
  'passkey-challenge-total': { by: 'everybody', points: 6_000, seconds: quarter },
  // Wrong answers to them; signatures are not guessed either.
  'passkey-address': { by: 'address', points: 30, seconds: quarter },
  'passkey-total': { by: 'everybody', points: 6_000, seconds: quarter },

  // The office: tens of people, behind a few addresses.
  'staff-sign-in-email': { by: 'text', points: 10, seconds: quarter },
  'staff-sign-in-address': { by: 'address', points: 30, seconds: quarter },
  'staff-sign-in-total': { by: 'everybody', points: 600, seconds: quarter },
  'staff-sign-in-known-device': { by: 'text', points: 10, seconds: quarter },
  'staff-sign-in-known': { by: 'text', points: 30, seconds: quarter },
  // Wrong codes, by somebody who knows the password. Three of a million are right: these leave one chance in ten thousand a day.
  'staff-code': { by: 'text', points: 10, seconds: quarter },
  'staff-code-day': { by: 'text', points: 30, seconds: day },
  'staff-current-password': { by: 'text', points: 10, seconds: quarter },
  // Not given back: each may send a letter to an address that somebody typed.
  'staff-password-request-address': { by: 'address', points: 20, seconds: hour },
  'staff-password-request-email': { by: 'text', points: 5, seconds: hour },
  'staff-password-request-total': { by: 'everybody', points: 200, seconds: hour },

  // Not given back: each sends a letter to everybody of an account. Far more than somebody writes by hand.
  'conversation-staff': { by: 'text', points: 60, seconds: hour },

  // Wrong codes of kiosks, of which a handful are in use at a time: one of 10^10 tries is right. The total is so high that no swarm
  // keeps the office from enrolling a tablet, and would still take years to find one; what is noted of them is bounded by itself.
  'kiosk-code-address': { by: 'address', points: 10, seconds: quarter },
  'kiosk-code-total': { by: 'everybody', points: 10_000, seconds: quarter },
  'kiosk-code-noted': { by: 'everybody', points: 200, seconds: hour },
  // Credentials that are of no kiosk: 256 random bits are not guessed, this bounds what is noted of them. A tablet that nobody knows
  // any more comes with none.
  'kiosk-credential-unknown-address': { by: 'address', points: 20, seconds: hour },
  'kiosk-credential-unknown-total': { by: 'everybody', points: 200, seconds: hour },
  // A tablet greets every few minutes: it is noted that somebody does with a copied credential, not each time.
  'kiosk-credential-reused': { by: 'text', points: 6, seconds: day },
  // Envelopes that cannot be opened: each is a row for good. A kiosk of ours has next to none.
  'kiosk-envelope-refused': { by: 'text', points: 120, seconds: hour },

  // Wrong proofs at kiosks, by kiosk and in all; the account has tries of its own, which no time gives back (`kiosks/tries`).
  'kiosk-look-up-kiosk': { by: 'text', points: 30, seconds: hour },
  'kiosk-look-up-total': { by: 'everybody', points: 300, seconds: hour },
  // Not given back: each is a row. A kiosk shows another code every few minutes while nobody is there.
  'kiosk-pairing-kiosk': { by: 'text', points: 240, seconds: hour },
  // Codes that are none. 256 random bits are not guessed: this only bounds the work.
  'kiosk-pairing-user': { by: 'text', points: 30, seconds: hour },

  // Slips without a visit, as after hours without a network; not given back. What is put off waits on the tablet. Far more than
  // residents leave at one tablet, and a bound to what a stolen one can shut or fill with inventions.
  'kiosk-slip': { by: 'text', points: 300, seconds: hour },
  // Those for the account of the visit, by account: far more than somebody leaves who stands there.
  'kiosk-slip-visited': { by: 'text', points: 60, seconds: hour },
  // By a credential that has ended, by credential: whoever has a copy takes nothing from the tablet in use. No more are held anyway.
  'kiosk-slip-ended': { by: 'text', points: 200, seconds: hour },

  // Programs with a key. Wrong ones: 256 random bits are not guessed, this only bounds the work.
  'api-wrong-key-address': { by: 'address', points: 30, seconds: quarter },
  // Not given back: three requests a second, so that a program in a loop does not take the server from residents.
  'api-key': { by: 'text', points: 2_700, seconds: quarter },
  // Each may bring a large file, and leaves rows for good.
  'api-key-change': { by: 'text', points: 600, seconds: hour },
} as const satisfies Readonly<Record<string, Rule>>;

export type LimitRule = keyof typeof limitRules;
