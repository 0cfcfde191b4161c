/**
 * What is changed on purpose, by parts, and the tests that have to notice: those near it first, then, for what they miss, those
 * that are far. A pattern of test files, or several that go together, is for `globSync`. `except`: a folder that is a part of its
 * own, or that acts and is not tried. `inWhole`: every test is run for every mutant, since what one test has had worked out others
 * take from where it is kept, so that they do not seem to reach it.
 */
import { globSync } from 'tinyglobby'

const far = [
  'test/{Claim,Evidence,exhaustive,under,wrongArgument}.test.ts',
  'test/documents/{connectionStates,documents,rules}.test.ts',
  'test/{account,connection,documentation,exceptions,model,operations,questions,rules}/**/*.test.ts',
  'test/laws/{allowedBy,explanations,facts,questions}.test.ts'
]
const farther = [
  'test/{possible,protocol,replay}/**/*.test.ts',
  'test/plan/{elsewhere,plan,planRemedies}.test.ts',
  'test/vectors/asked.test.ts',
  'test/documents/facts.test.ts',
  'test/deep/second.test.ts'
]

const told = 'test/documents/{connectionStates,documents}.test.ts'
const exhaustive = 'test/{Claim,Evidence,exhaustive,under,wrongArgument}.test.ts'

/** What reads the text of the source, which is another one here, or needs what takes long to load. */
export const unfit = [
  'test/codec/discreet.test.ts',
  'test/documentation/assumptions/numbers.test.ts',
  'test/exceptions/listedBySdk.test.ts',
  'test/vectors/needs.test.ts'
]

/** The tests of conform that ask an endpoint, look at a page, or make every vector first. */
const farFromConform = [
  'asked',
  'awsCommands',
  'commandsRun',
  'control',
  'lacking',
  'matrixBrowser',
  'page',
  'permissive',
  'progress',
  'reached',
  'report',
  'signature',
  'throttled',
  'tidy',
  'variants',
  'vectorDifference',
  'vectors',
  'verify'
]

export const parts = {
  codec: { near: ['test/{codec,model}/**/*.test.ts'], far, farther },
  model: {
    near: ['test/{model,codec,account}/**/*.test.ts', 'test/documentation/*embers*.test.ts'],
    far: ['test/{connection,operations,rules}/**/*.test.ts'],
    farther: ['test/{documentation,protocol,questions}/**/*.test.ts', told]
  },
  rules: { near: ['test/{rules,operations}/**/*.test.ts', exhaustive, told], far, farther },
  editions: { near: ['test/{editions,rules}/**/*.test.ts', exhaustive, told], far, farther },
  operations: { near: ['test/{operations,account,rules}/**/*.test.ts', exhaustive, told], far, farther },
  connection: { near: ['test/{connection,rules}/**/*.test.ts', told], far, farther },
  account: { near: ['test/{account,operations}/**/*.test.ts'], far, farther },
  protocol: { near: ['test/protocol/**/*.test.ts'], far, farther },
  judge: {
    except: 'logs',
    inWhole: true,
    near: ['test/judge/{Knowledge,Possibility,Sighting,StoreJudgement,Stores,Trail,Verdict,judge}.test.ts'],
    far: ['test/judge/judgeStores.test.ts'],
    farther: ['test/judge/judgeHistories.test.ts']
  },
  'judge/logs': {
    near: ['test/judge/logs/*.test.ts'],
    far: ['test/cli/judgeForms.test.ts'],
    farther: []
  },
  plan: {
    near: ['test/plan/{plan,elsewhere,planRemedies}.test.ts'],
    far: ['test/plan/*.test.ts'],
    farther: []
  },
  conform: {
    except: 'drive',
    near: [['test/conform/*.test.ts', `!test/conform/{${farFromConform.join()}}.test.ts`]],
    far: ['test/conform/{asked,report,throttled,vectorDifference,verify}.test.ts'],
    farther: ['test/conform/{commandsRun,lacking,variants}.test.ts']
  }
}

export const filesOf = (part) =>
  globSync(`src/${part}/**/*.ts`, { ignore: `src/${part}/${parts[part].except}/**` }).sort()
