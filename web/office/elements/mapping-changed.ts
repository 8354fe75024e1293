import type { MappingProfile } from '../../../shared/mapping-profile.ts';

/** The file is to be read otherwise. */
export class MappingChanged extends Event {
  static readonly type = 'mapping-changed';
  readonly profile: MappingProfile;

  constructor(profile: MappingProfile) {
    super(MappingChanged.type, { bubbles: true, composed: true });
    this.profile = profile;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mapping-changed': MappingChanged;
  }
}
