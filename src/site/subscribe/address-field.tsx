/** Where a reader types an address; what was wrong with the last one is told beside it. */
export const AddressField = ({
  label,
  address,
  problem,
  describedBy,
}: {
  label: string;
  address?: string;
  problem?: string;
  /** Id of what is said of the field where there is no problem. */
  describedBy?: string;
}) => (
  <>
    <label htmlFor="address">{label}</label>
    <input
      id="address"
      name="address"
      type="email"
      required
      maxLength={254}
      autoComplete="email"
      inputMode="email"
      defaultValue={address}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? 'problem' : describedBy}
    />
  </>
);

/** What was wrong with the address, said aloud. */
export const AddressProblem = ({ problem }: { problem?: string }) =>
  problem && (
    <p id="problem" className="problem" role="alert">
      {problem}
    </p>
  );
