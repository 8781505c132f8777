package tts

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// systemChinese: the kinds of io/fs come last, since a system has several errors of
// one kind.
var systemChinese = []struct {
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
	{syscall.EPIPE, "另一端已经关闭"},
	{fs.ErrNotExist, "没有这个文件或文件夹"},
	{fs.ErrPermission, "没有权限"},
	{fs.ErrExist, "已经存在"},
}

func systemInChinese(err error) string {
	said := err.Error()
	if call, is := errors.AsType[*fs.PathError](err); is {
		return strings.ReplaceAll(said, call.Error(), Clean(call.Path)+"："+systemInChinese(call.Err))
	}
	if call, is := errors.AsType[*os.LinkError](err); is {
		return strings.ReplaceAll(said, call.Error(), Clean(call.New)+"："+systemInChinese(call.Err))
	}
	number, is := errors.AsType[syscall.Errno](err)
	if !is {
		return said
	}
	for _, known := range systemChinese {
		if errors.Is(number, known.is) {
			return strings.ReplaceAll(said, number.Error(), known.words)
		}
	}
	return said
}
