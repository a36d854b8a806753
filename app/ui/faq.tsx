import type { ReactNode } from 'react'

export type Question = { id: string; question: ReactNode; answer: ReactNode }

export const Faq = ({ questions }: { questions: readonly Question[] }) => (
  <div className="faq">
    {questions.map(({ id, question, answer }) => (
      <details key={id} id={id}>
        <summary>{question}</summary>
        <div className="faq-answer">{answer}</div>
      </details>
    ))}
  </div>
)
