package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Ticks of /proc/<pid>/stat a second (USER_HZ), which Linux fixes at 100.
const ticks = 100

// tree returns a process and its descendants.
func tree(root int) []int {
	if root == 0 {
		return nil
	}
	children := map[int][]int{}
	files, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range files {
		if fields := statOf(file); len(fields) > 1 {
			pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(file)))
			parent, _ := strconv.Atoi(fields[1])
			children[parent] = append(children[parent], pid)
		}
	}
	found := []int{root}
	for i := 0; i < len(found); i++ {
		found = append(found, children[found[i]]...)
	}
	return found
}

// statOf returns the fields behind the command's name: state, parent, ...
func statOf(file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	return strings.Fields(string(text)[strings.LastIndexByte(string(text), ')')+1:])
}

// cpu returns the processor time that processes have used so far.
func cpu(pids []int) time.Duration {
	var used int64
	for _, pid := range pids {
		if fields := statOf("/proc/" + strconv.Itoa(pid) + "/stat"); len(fields) > 12 {
			user, _ := strconv.ParseInt(fields[11], 10, 64)
			system, _ := strconv.ParseInt(fields[12], 10, 64)
			used += user + system
		}
	}
	return time.Duration(used) * time.Second / ticks
}

// rss returns the resident memory of processes in KiB.
func rss(pids []int) int64 {
	var sum int64
	for _, pid := range pids {
		text, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
		_, after, found := strings.Cut(string(text), "VmRSS:")
		if fields := strings.Fields(after); found && len(fields) > 0 {
			kib, _ := strconv.ParseInt(fields[0], 10, 64)
			sum += kib
		}
	}
	return sum
}

// threads returns how many platform threads processes have.
func threads(pids []int) int {
	sum := 0
	for _, pid := range pids {
		entries, _ := os.ReadDir("/proc/" + strconv.Itoa(pid) + "/task")
		sum += len(entries)
	}
	return sum
}

// busy returns the processor time that the whole machine has used so far.
func busy() time.Duration {
	text, _ := os.ReadFile("/proc/stat")
	line, _, _ := strings.Cut(string(text), "\n")
	var used int64
	for i, field := range strings.Fields(line)[1:] {
		// user nice system idle iowait irq softirq steal; guests are within user.
		if i != 3 && i != 4 && i < 7 {
			value, _ := strconv.ParseInt(field, 10, 64)
			used += value
		}
	}
	return time.Duration(used) * time.Second / ticks
}

// An account counts the processor time between two instants, and who else used the machine.
type account struct {
	target, own []int
	at          time.Time
	used, busy  time.Duration
	ownUsed     time.Duration
}

func openAccount(o options) account {
	a := account{target: tree(o.pid), own: append(tree(o.stubPid), os.Getpid())}
	a.at, a.used, a.ownUsed, a.busy = time.Now(), cpu(a.target), cpu(a.own), busy()
	return a
}

// close returns the target's processor time and the number of cores that others kept busy.
func (a account) close() (time.Duration, float64) {
	elapsed := time.Since(a.at)
	used := cpu(a.target) - a.used
	foreign := busy() - a.busy - used - (cpu(a.own) - a.ownUsed)
	return used, foreign.Seconds() / elapsed.Seconds()
}
