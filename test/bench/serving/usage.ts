/** Loaded before a server: it tells the process that started it how much CPU it has used, whenever that asks. */
process.on('message', () => process.send!(process.cpuUsage()))
