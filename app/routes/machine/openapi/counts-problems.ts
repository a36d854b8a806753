import { schema, type Part } from './parts.ts'
import { problemAnswer, problemExample } from './problem.ts'

const campaignOrRelease = [schema('UnknownCampaignProblem'), schema('UnknownReleaseProblem')]

/** What is not there, below a campaign: `type` says which part of the address it was. */
export const countsResponses: Part = {
  UnknownRelease: problemAnswer({
    description: 'No campaign has this name, or it has no release of this day, or none yet. `type` says which.',
    shape: { anyOf: campaignOrRelease },
    example: problemExample(404, 'unknown-release', [
      'No such release',
      'There is no release of this day, or none yet. GET /api/v1/campaigns/:slug/releases lists those there are.',
    ]),
  }),
  UnknownFile: problemAnswer({
    description:
      'No campaign has this name, or it has no release of this day, or that has no such file: `allowed` names those it has. `type` says which.',
    shape: { anyOf: [...campaignOrRelease, schema('UnknownFileProblem')] },
    example: {
      ...problemExample(404, 'unknown-file', ['No such file', 'A release has these files: day.csv, package.zip.']),
      allowed: ['day.csv', 'package.zip'],
    },
  }),
}
