/** A title whose phrase between asterisks speaks up. */
export const VoicedTitle = ({ title }: { title: string }) => (
  <>{title.split('*').map((part, place) => (place % 2 === 1 ? <em key={part}>{part}</em> : part))}</>
)
