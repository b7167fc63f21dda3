/* Slid under a program by LD_PRELOAD: tells of its file and network calls, slows its disk down, or lets one call fail.

CALLS_LOG=FILE    every file that is opened and every socket that is made or connected is written there, one a line
CALLS_SLOW=N      every fsync takes N microseconds more
CALLS_UNDER=DIR   `calls_arm(n, error)`, called by the program, lets the n-th call from then on that changes something under DIR
                  fail with that error; `calls_failed()` says whether it has */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int left = 0, failure = 0, failed = 0;

void calls_arm(int n, int error) { left = n; failure = error; failed = 0; }
int calls_failed(void) { return failed; }

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t plain_write(int handle, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(handle, data, size);
}

static void tell(const char *what, const char *name) {
    static int inside = 0;
    const char *log = getenv("CALLS_LOG");
    if (!log || inside) return;
    inside = 1;
    REAL(int, "open", const char *, int, ...);
    int saved = errno, handle = real(log, O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (handle >= 0) {
        char line[PATH_MAX + 64];
        int size = snprintf(line, sizeof line, "%s %s\n", what, name ? name : "");
        if (plain_write(handle, line, size) < 0) _exit(99);
        close(handle);
    }
    errno = saved;
    inside = 0;
}

static int fails(const char *path) {
    const char *under = getenv("CALLS_UNDER");
    if (left <= 0 || !under || !path || strncmp(path, under, strlen(under))) return 0;
    if (--left) return 0;
    failed = 1;
    errno = failure;
    return 1;
}

static int fails_handle(int handle) {
    char link[64], path[PATH_MAX];
    if (left <= 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return fails(path);
}

static void slow(void) {
    const char *time = getenv("CALLS_SLOW");
    if (time) usleep(atoi(time));
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
#define WRITES(flags) (((flags) & O_ACCMODE) != O_RDONLY || ((flags) & O_CREAT))

int open(const char *path, int flags, ...) {
    MODE(flags);
    tell("open", path);
    if (WRITES(flags) && fails(path)) return -1;
    REAL(int, "open", const char *, int, ...);
    return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags);
    tell("open", path);
    if (WRITES(flags) && fails(path)) return -1;
    REAL(int, "open64", const char *, int, ...);
    return real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags);
    tell("open", path);
    if (WRITES(flags) && fails(path)) return -1;
    REAL(int, "openat", int, const char *, int, ...);
    return real(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags);
    tell("open", path);
    if (WRITES(flags) && fails(path)) return -1;
    REAL(int, "openat64", int, const char *, int, ...);
    return real(folder, path, flags, mode);
}

FILE *fopen(const char *path, const char *how) {
    tell("open", path);
    REAL(FILE *, "fopen", const char *, const char *);
    return real(path, how);
}

FILE *fopen64(const char *path, const char *how) {
    tell("open", path);
    REAL(FILE *, "fopen64", const char *, const char *);
    return real(path, how);
}

ssize_t write(int handle, const void *data, size_t size) {
    if (fails_handle(handle)) return -1;
    return plain_write(handle, data, size);
}

ssize_t pwrite(int handle, const void *data, size_t size, off_t at) {
    if (fails_handle(handle)) return -1;
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    return real(handle, data, size, at);
}

ssize_t pwrite64(int handle, const void *data, size_t size, off64_t at) {
    if (fails_handle(handle)) return -1;
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    return real(handle, data, size, at);
}

int fsync(int handle) {
    slow();
    if (fails_handle(handle)) return -1;
    REAL(int, "fsync", int);
    return real(handle);
}

int fdatasync(int handle) {
    slow();
    if (fails_handle(handle)) return -1;
    REAL(int, "fdatasync", int);
    return real(handle);
}

int ftruncate(int handle, off_t size) {
    if (fails_handle(handle)) return -1;
    REAL(int, "ftruncate", int, off_t);
    return real(handle, size);
}

int ftruncate64(int handle, off64_t size) {
    if (fails_handle(handle)) return -1;
    REAL(int, "ftruncate64", int, off64_t);
    return real(handle, size);
}

int rename(const char *from, const char *to) {
    if (fails(to)) return -1;
    REAL(int, "rename", const char *, const char *);
    return real(from, to);
}

int unlink(const char *path) {
    if (fails(path)) return -1;
    REAL(int, "unlink", const char *);
    return real(path);
}

int mkdir(const char *path, mode_t mode) {
    if (fails(path)) return -1;
    REAL(int, "mkdir", const char *, mode_t);
    return real(path, mode);
}

int link(const char *from, const char *to) {
    if (fails(to)) return -1;
    REAL(int, "link", const char *, const char *);
    return real(from, to);
}

int socket(int family, int kind, int protocol) {
    char text[32];
    snprintf(text, sizeof text, "%d", family);
    tell("socket", text);
    REAL(int, "socket", int, int, int);
    return real(family, kind, protocol);
}
