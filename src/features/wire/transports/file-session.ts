/** A file in a provider's folder. `stamp` changes when the file does: its size and the time that the server gives. */
export type RemoteFile = { name: string; size: number; stamp: string; modified?: Date };

/** A connection to a provider's folder, whichever protocol. */
export type FileSession = {
  list: () => Promise<RemoteFile[]>;
  /** Throws AppError too_large once more than `maxBytes` have come. */
  read: (name: string, maxBytes: number) => Promise<Uint8Array>;
  close: () => Promise<void>;
};

export type SessionOptions = {
  /** The checked address to connect to. */
  address: string;
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  path: string;
  timeoutMs: number;
  signal?: AbortSignal;
  /** Where the host's key is known: the fingerprint that it must have. Else `onKey` is told the one it has. */
  knownKey?: string;
  onKey?: (fingerprint: string) => void;
};
