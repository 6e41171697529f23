/** 平台的设置: what a vendor does not state, or states in two ways, and a city may have to set otherwise. The shape only. */

export interface PlatformSettings {
  readonly wecom: {
    /** Hosts (and their subdomains) that pictures may come from; a private deployment has its own. */
    readonly pictureHosts: readonly string[];
    /** Text tags surely; markdown shows names of the vendor. */
    readonly webhookFormat: 'text' | 'markdown';
    /** Callbacks whose timestamp is further away are refused; null: none. */
    readonly staleMinutes: number | null;
    /** Rest after the vendor refused for frequency. */
    readonly throttledSeconds: number;
    /** Rest after another instance took the long connection. */
    readonly kickedSeconds: number;
    /** A card that is changed upon a press counts against the quota of its conversation. */
    readonly countCardUpdates: boolean;
    /** Pictures over the long connection; larger ones go as files. */
    readonly pictureMegabytes: number;
  };
}
