#include <sys/xattr.h>
#include <zlib.h>
