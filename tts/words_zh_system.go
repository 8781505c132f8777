package tts

import (
	"errors"
	"io/fs"
	"syscall"
)

func systemInChinese(err error) string {
	// The kinds of io/fs come last: a system has several errors of one kind.
	for _, known := range []struct {
		is    error
		words string
	}{
		{syscall.ENOTDIR, "路径中间有一段不是文件夹"},
		{syscall.EISDIR, "这是文件夹，不是文件"},
		{syscall.ENOTEMPTY, "文件夹不是空的"},
		{syscall.EROFS, "这里只能读，不能写"},
		{syscall.ENOSPC, "磁盘已满"},
		{syscall.ENAMETOOLONG, "名称太长"},
		{syscall.ELOOP, "链接绕成了圈"},
		{syscall.EMFILE, "打开的文件太多"},
		{syscall.EBUSY, "正被其他程序占用"},
		{syscall.EIO, "磁盘读写出错"},
		{syscall.EXDEV, "不在同一个磁盘上"},
		{syscall.EINVAL, "系统不接受这个名称或操作"},
		{syscall.EPIPE, "另一端已经关闭"},
		{fs.ErrNotExist, "没有这个文件或文件夹"},
		{fs.ErrPermission, "没有权限"},
		{fs.ErrExist, "已经存在"},
	} {
		if errors.Is(err, known.is) {
			return known.words
		}
	}
	return err.Error()
}
