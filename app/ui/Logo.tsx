/** A partition key beside the items of its collection. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="var(--on-accent)">
        <rect x="7" y="8" width="6" height="16" rx="2" />
        <rect x="15" y="8" width="10" height="4" rx="2" opacity=".95" />
        <rect x="15" y="14" width="7" height="4" rx="2" opacity=".75" />
        <rect x="15" y="20" width="10" height="4" rx="2" opacity=".55" />
      </g>
    </svg>
  )
}
