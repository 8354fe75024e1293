/**
 * What an entry of the audit log is about: the kind of thing that its subject is an id of. `period`: a month. `portal`: a state
 * of the database. `nothing`: there is no subject, or it is not told which (refusals before sign-in).
 */
export type AuditSubjectKind =
  | 'staff'
  | 'user'
  | 'account'
  | 'meter'
  | 'reading'
  | 'conversation'
  | 'batch'
  | 'job'
  | 'upload'
  | 'profile'
  | 'window'
  | 'period'
  | 'kiosk'
  | 'key'
  | 'payment'
  | 'portal'
  | 'nothing';

/**
 * Everything that is noted in the audit log, with what it is done to; the words of each are `audit-action-<action>`, those of a
 * group `audit-group-<group>`.
 */
export const auditGroups = {
  residents: {
    register: 'user',
    'sign-in': 'user',
    'sign-in-refused': 'nothing',
    'sign-out': 'user',
    'set-password': 'user',
    'change-password': 'user',
    'password-wrong': 'user',
    'passkey-added': 'user',
    'passkey-removed': 'user',
    'passkey-refused': 'user',
    'ask-email-change': 'user',
    'change-email': 'user',
    'change-phone': 'user',
    'change-language': 'user',
    'end-device': 'user',
    'end-devices': 'user',
    'end-other-devices': 'user',
    'link-account': 'account',
    'link-refused': 'user',
    'unlink-account': 'account',
    'limit-reached': 'nothing',
    'payment-begun': 'payment',
    'payment-received': 'payment',
    'payment-failed': 'payment',
    'payment-refunded': 'payment',
    'payment-mismatch': 'payment',
    'payment-unknown': 'payment',
  },
  care: {
    'view-account': 'account',
    'view-person': 'user',
    'view-conversation': 'conversation',
    'create-user': 'user',
    activation: 'user',
    'ask-letter': 'user',
    'merge-users': 'user',
    'merged-user': 'user',
    'delete-user': 'user',
    'export-person': 'user',
    'set-contacts': 'account',
    'begin-conversation': 'conversation',
    'answer-conversation': 'conversation',
    'assign-conversation': 'conversation',
    'close-conversation': 'conversation',
    'reopen-conversation': 'conversation',
  },
  readings: {
    'accept-reading': 'reading',
    'correct-reading': 'reading',
    'refuse-reading': 'reading',
    'ask-about-reading': 'reading',
    'enter-reading': 'reading',
    'add-meter': 'meter',
    'correct-meter': 'meter',
    'verify-meter': 'meter',
    'replace-meter': 'meter',
    'retire-meter': 'meter',
    'add-window-exception': 'window',
    'end-window-exception': 'window',
    lock: 'period',
    unlock: 'period',
  },
  files: {
    upload: 'upload',
    'download-upload': 'upload',
    'start-import': 'job',
    'start-attach': 'job',
    'start-undo': 'job',
    'start-remind-readings': 'job',
    'start-remind-verifications': 'job',
    'cancel-job': 'job',
    import: 'batch',
    undo: 'batch',
    'export-readings': 'batch',
    'export-verifications': 'nothing',
    'export-online-payments': 'nothing',
    'download-batch': 'batch',
    'download-export': 'batch',
    'save-profile': 'profile',
    'remove-profile': 'profile',
    'make-key': 'key',
    'revoke-key': 'key',
  },
  staff: {
    'staff-invited': 'staff',
    'staff-role-changed': 'staff',
    'staff-disabled': 'staff',
    'staff-enabled': 'staff',
    'staff-password-requested': 'nothing',
    'staff-set-password': 'staff',
    'staff-change-password': 'staff',
    'staff-password-right': 'staff',
    'staff-password-wrong': 'staff',
    'staff-sign-in': 'staff',
    'staff-sign-in-refused': 'nothing',
    'staff-sign-out': 'staff',
    'staff-code-wrong': 'staff',
    'staff-recovery-code-used': 'staff',
    'staff-recovery-codes-renewed': 'staff',
    'staff-second-factor-begun': 'staff',
    'staff-second-factor-set': 'staff',
    'staff-second-factor-reset': 'staff',
    'staff-set-language': 'staff',
    'staff-role-refused': 'staff',
  },
  kiosks: {
    'add-kiosk': 'kiosk',
    'rename-kiosk': 'kiosk',
    'renew-kiosk-code': 'kiosk',
    'set-kiosk-printing': 'kiosk',
    'enrol-kiosk': 'kiosk',
    'kiosk-code-wrong': 'nothing',
    'revoke-kiosk': 'kiosk',
    'close-kiosk': 'kiosk',
    'kiosk-credential-unknown': 'nothing',
    'kiosk-credential-reused': 'kiosk',
    'kiosk-credential-unclaimed': 'kiosk',
    'kiosk-look-up': 'account',
    'kiosk-look-up-refused': 'account',
    'kiosk-proof-wrong': 'account',
    'kiosk-account-locked': 'account',
    'kiosk-account-locked-everywhere': 'account',
    'kiosk-serial-refused': 'account',
    'kiosk-account-released': 'account',
    'kiosk-sign-in': 'user',
    'kiosk-sign-in-refused': 'nothing',
    'show-at-kiosk': 'kiosk',
    'decline-at-kiosk': 'kiosk',
    'kiosk-number-wrong': 'kiosk',
    'end-at-kiosk': 'kiosk',
    'kiosk-not-them': 'user',
    'make-kiosk-key': 'nothing',
    'kiosk-envelope-refused': 'kiosk',
    'kiosk-hand-in-for-another': 'kiosk',
    'take-in-held-slip': 'kiosk',
    'view-slip': 'kiosk',
    'settle-slip': 'kiosk',
  },
  log: {
    'view-audit': 'nothing',
    'export-audit': 'nothing',
    'verify-audit': 'job',
    'audit-verified': 'job',
    restored: 'portal',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, AuditSubjectKind>>>>;

export type AuditGroup = keyof typeof auditGroups;

export const auditActions = {
  ...auditGroups.residents,
  ...auditGroups.care,
  ...auditGroups.readings,
  ...auditGroups.files,
  ...auditGroups.staff,
  ...auditGroups.kiosks,
  ...auditGroups.log,
} as const satisfies Readonly<Record<string, AuditSubjectKind>>;

export type AuditAction = keyof typeof auditActions;

export const auditActionNames = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

/** A log may hold entries of a newer release, or of one that noted more. */
export const isAuditAction = (text: string): text is AuditAction => Object.hasOwn(auditActions, text);
